import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { findClocksOf, viewOf } from '@rujukan/clockwork';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { HandoffId } from '../../domain/ids.js';
import { findHandoff } from '../../storage/handoff.finder.js';

/** Who must act by when on one handoff: the same for both agencies, and nothing of the case in it. */
@Injectable()
export class ListHandoffClocks {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId) {
    const { actor, now } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.touched('handoff', id, { fields: ['clocks'] });
      const found = await findHandoff(tx, id, actor.agencyId);
      if (!found) return refuse('not-found');
      act.trail.allowedBy(`${found.side}-reads`).about(found.handoff.terms.caseId);
      const items = await findClocksOf(tx, { subject: id });
      return done({ items: items.map(({ clock }) => viewOf(clock, now)) });
    });
  }
}
