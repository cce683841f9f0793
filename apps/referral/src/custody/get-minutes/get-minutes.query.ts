import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { HandoffId } from '../../domain/ids.js';
import { sideOf } from '../../domain/policy.js';
import { findHandoff } from '../../storage/handoff.finder.js';
import { findMinutes } from '../../storage/minutes.store.js';

/** Minutes of a handover, for the two agencies that it is between; each learns of the other that it signed, not who. */
@Injectable()
export class GetMinutes {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId) {
    const { actor } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.allowedBy('party-reads').touched('handoff', id, { fields: ['minutes'] });
      const found = await findHandoff(tx, id, actor.agencyId);
      const minutes = found && sideOf(actor, found.handoff) && (await findMinutes(tx, id));
      if (!minutes) return refuse('not-found');
      act.trail.about(found.handoff.terms.caseId);
      const { handedOverAt, items, signatures } = minutes;
      return done({
        handedOverAt,
        items,
        signatures: signatures.map(({ agency, at, by }) => ({
          agencyId: agency,
          signedAt: at,
          ...(agency === actor.agencyId ? { by } : {}),
        })),
      });
    });
  }
}
