import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { isOverdue, notify, type Telling } from '../../domain/breach.js';
import { lockBreach, saveNotified } from '../../storage/breach.store.js';

/** The authority and the people were told, each by a road that is safe. */
@Injectable()
export class NotifyBreach {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: string, seenVersion: number, telling: Telling) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.allowedBy('own-register');
      const breach = await lockBreach(tx, id);
      act.trail.touched('breach', id, breach ? { facts: { due: breach.dueAt.toISOString() } } : {});
      if (!breach) return refuse('not-found');
      act.trail.about(...breach.caseIds);
      if (breach.version !== seenVersion) return refuse('stale-version');
      const told = notify(breach, telling, now);
      if (!told.ok) return told;
      await saveNotified(tx, told.value, { ...telling, by: actor.subject });
      const { version, status } = told.value;
      return done({ id, version, status, isLate: isOverdue(told.value, now) });
    });
  }
}
