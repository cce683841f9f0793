import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import {
  caseReference,
  envelope,
  mayHear,
  readableParts,
  type Content,
  type Envelope,
} from '../../domain/handoffs/envelope.js';
import type { HandoffId } from '../../domain/ids.js';
import { rollbackUntil, type RollbackProposal } from '../../domain/custody/rollback.js';
import { findHandoff } from '../../storage/handoff.finder.js';
import { openMessages } from '../../storage/handoff-message.store.js';
import { findProposal, type Proposal } from '../../storage/proposal.store.js';
import { findRollback } from '../../storage/rollback.store.js';
import { openTexts } from '../../storage/handoff-text.store.js';

/** To its sender also whom to ask next, once it was declined for want of room. */
export type HandoffView = Envelope &
  Content & { readonly proposal?: Proposal; readonly rollback?: RollbackView };

/** To both agencies of a transfer: one has signed that the case goes back, and the other, or it may until then. */
type RollbackView = RollbackProposal & { readonly until: Date };

/** One handoff: the envelope for both agencies, and what is in it for the one that may open it. */
@Injectable()
export class GetHandoff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: HandoffId): Promise<Outcome<HandoffView, 'not-found'>> {
    return this.uow.read(context, async (tx, act) => {
      const found = await findHandoff(tx, id, context.actor.agencyId);
      if (!found) {
        act.trail.touched('handoff', id);
        return refuse('not-found');
      }
      const { handoff, side, names } = found;
      const texts = await openTexts(tx, this.sealer, handoff.terms, readableParts(handoff, side));
      const messages = await openMessages(tx, this.sealer, handoff, (by) => mayHear(handoff, side, by));
      const content: Content = {
        ...caseReference(handoff, side),
        ...texts,
        ...(messages.length === 0 ? {} : { messages }),
      };
      act.trail.allowedBy(`${side}-reads`, handoff.terms.lawfulBasis.code).about(handoff.terms.caseId);
      act.trail.touched('handoff', id, {
        version: handoff.version,
        fields: ['envelope', ...Object.keys(content)],
      });
      const proposal = side === 'sender' ? await findProposal(tx, id) : undefined;
      const until = rollbackUntil(handoff);
      const rollback = until && (await findRollback(tx, id));
      return done({
        ...envelope(handoff, side, names, context),
        ...content,
        ...(proposal ? { proposal } : {}),
        ...(rollback ? { rollback: { ...rollback, until } } : {}),
      });
    });
  }
}
