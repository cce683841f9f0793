import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { replace } from '../../domain/directory/directory.js';
import { lockDesk, saveDesk } from '../../storage/desk.store.js';

/** The mailbox of the caller's agency, to which it is written that there is something to see. */
@Injectable()
export class RegisterDesk {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param seen version that the caller replaces; undefined where there was none. */
  execute(context: RequestContext, email: string, seen: number | undefined) {
    const { agencyId } = context.actor;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('own-desk');
      if (agencyId === null) return refuse('not-found');
      act.trail.touched('desk', agencyId, { fields: ['email'] });
      const standing = await lockDesk(tx, agencyId);
      const decision = replace(standing, { agencyId, email }, seen);
      if (!decision.ok || decision.value.version === standing?.version) return decision;

      await saveDesk(tx, decision.value);
      return done(decision.value);
    });
  }
}
