import { Inject, Injectable } from '@nestjs/common';
import type { DeclaredAct } from '@rujukan/authz';
import { UnitOfWork } from '@rujukan/persistence';
import { mailText, nextAttempt } from '../../domain/notifications/mail.js';
import { findBundles, markFailed, markMailed, type Bundle } from '../../storage/desk.store.js';
import type { Mailer } from './mailer.js';
import { MAILER } from './mailer.token.js';

const declared: DeclaredAct = { type: 'desk.write-to', action: 'E', purpose: 'operations' };

const atOnce = 50;

export interface Delivery {
  readonly sent: number;
  /** Codes of what went wrong, one for each desk that could not be written to. */
  readonly failures: readonly string[];
}

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

  async execute(): Promise<Delivery> {
    const { mailer } = this;
    if (!mailer) return { sent: 0, failures: [] };
    const bundles = await this.uow.timer(declared, (tx, _, now) => findBundles(tx, now, atOnce));
    const failures: string[] = [];
    for (const bundle of bundles) {
      const failure = await this.write(mailer, bundle);
      if (failure !== undefined) failures.push(failure);
    }
    return { sent: bundles.length - failures.length, failures };
  }

  /** A desk that cannot be reached is left for later; the others do not wait for it. */
  private async write(mailer: Mailer, bundle: Bundle): Promise<string | undefined> {
    const failure = await mailer.send(bundle.email, mailText(bundle.waiting)).then(() => undefined, codeOf);
    await this.uow.timer(declared, async (tx, act, now) => {
      if (failure === undefined) await markMailed(tx, bundle, now);
      else await markFailed(tx, bundle, nextAttempt(bundle.failures, now));
      act.trail.touched('desk', bundle.agencyId, {
        fields: [failure === undefined ? 'mailedAt' : 'retryAt'],
      });
    });
    return failure;
  }
}

// The code and never the message, which repeats the address.
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
