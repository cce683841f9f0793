import { Injectable } from '@nestjs/common';
import { may, type RequestContext } from '@rujukan/authz';
import { boardOf } from '@rujukan/clockwork';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';

/** Open clocks counted by agency and step: those of the agency and its partners, or all of them for oversight. */
@Injectable()
export class GetClockBoard {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext) {
    const { actor, now } = context;
    const own = actor.agencyId === null ? undefined : { agencyId: actor.agencyId };
    const viewer = may(actor, 'clock:oversee') ? 'everyone' : own;
    return this.uow.read(context, async (tx, act) => {
      const groups = viewer === undefined ? [] : await boardOf(tx, viewer, now);
      act.trail.allowedBy(viewer === 'everyone' ? 'oversight' : 'party-reads').listed('clock-board', []);
      return done({ groups });
    });
  }
}
