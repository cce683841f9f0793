import { Inject, Injectable } from '@nestjs/common';
import type { DeclaredAct } from '@rujukan/authz';
import { UnitOfWork } from '@rujukan/persistence';
import { mailText, nextAttempt } from '../domain/mail.js';
import { findBundles, markFailed, markMailed, type Bundle } from '../storage/desk.store.js';
import type { Mailer } from './mailer.js';
import { MAILER } from './mailer.token.js';

const declared: DeclaredAct = { type: 'desk.write-to', action: 'E', purpose: 'operations' };

const atOnce = 50;

/**
 * Writes to desks that there is something to see: one mail for all that waits. The mail goes out between two
 * transactions; a worker that dies there sends it again, which says no more than the first.
 */
@Injectable()
export class SendMails {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(MAILER) private readonly mailer: Mailer | null,
  ) {}

  /** @returns how many were sent. */
  async execute(): Promise<number> {
    const { mailer } = this;
    if (!mailer) return 0;
    const bundles = await this.uow.timer(declared, (tx, _, now) => findBundles(tx, now, atOnce));
    let sent = 0;
    for (const bundle of bundles) if (await this.write(mailer, bundle)) sent += 1;
    return sent;
  }

  /** A desk that cannot be reached is left for later; the others do not wait for it. */
  private async write(mailer: Mailer, bundle: Bundle): Promise<boolean> {
    const isSent = await mailer.send(bundle.email, mailText(bundle.waiting)).then(
      () => true,
      () => false,
    );
    await this.uow.timer(declared, async (tx, act, now) => {
      if (isSent) await markMailed(tx, bundle, now);
      else await markFailed(tx, bundle, nextAttempt(bundle.failures, now));
      act.trail.touched('desk', bundle.agencyId, { fields: [isSent ? 'mailedAt' : 'retryAt'] });
    });
    return isSent;
  }
}
