import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { isRevealed } from '../../domain/handoffs/envelope.js';
import type { HandoffId } from '../../domain/ids.js';
import { findFeedback } from '../../storage/feedback.store.js';
import { findHandoff } from '../../storage/handoff.finder.js';

/** Every word of the receiver on how it goes, newest first, for both agencies. */
@Injectable()
export class ListFeedback {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: HandoffId) {
    return this.uow.read(context, async (tx, act) => {
      act.trail.touched('handoff', id, { fields: ['feedback'] });
      const found = await findHandoff(tx, id, context.actor.agencyId);
      if (!found) return refuse('not-found');
      const { handoff, side } = found;
      act.trail.allowedBy(`${side}-reads`).about(handoff.terms.caseId);
      const items = await findFeedback(tx, this.sealer, handoff.terms, isRevealed(handoff, side));
      return done({
        items: items.map(({ id: own, at, progress, note }) => ({
          id: own,
          at,
          progress,
          ...(note === undefined ? {} : { note }),
        })),
      });
    });
  }
}
