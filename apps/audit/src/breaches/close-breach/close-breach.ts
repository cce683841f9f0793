import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { closeBreach, type Late } from '../../domain/breach.js';
import { lockBreach, saveClosed } from '../../storage/breach.store.js';

/** Everyone was told and it was mended: what was learned is written down, and why it was late where it was. */
@Injectable()
export class CloseBreach {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(
    context: RequestContext,
    id: string,
    seenVersion: number,
    { lesson, late }: { readonly lesson: string; readonly late?: Late | undefined },
  ) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('breach', id).allowedBy('own-register');
      const breach = await lockBreach(tx, id);
      if (!breach) return refuse('not-found');
      act.trail.about(...breach.caseIds);
      if (breach.version !== seenVersion) return refuse('stale-version');
      const closed = closeBreach(breach, late);
      if (!closed.ok) return closed;
      await saveClosed(tx, this.sealer, closed.value, { by: actor.subject, at: now, lesson, late });
      return done({ id, version: closed.value.version, status: closed.value.status });
    });
  }
}
