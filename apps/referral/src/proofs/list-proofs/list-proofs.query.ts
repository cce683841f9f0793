import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { HandoffId } from '../../domain/ids.js';
import type { ProvenStep } from '../../domain/proofs/receipt.js';
import { findHandoff } from '../../storage/handoff.finder.js';
import { findProofs } from '../../storage/proof.store.js';

interface Line {
  /** Place in the log; under it the proof is fetched. */
  readonly index: number;
  readonly step: ProvenStep;
}

/** Which steps of a handoff the caller's agency can prove, also after its access to the case has ended. */
@Injectable()
export class ListProofs {
  constructor(private readonly uow: UnitOfWork) {}

  execute(
    context: RequestContext,
    id: HandoffId,
  ): Promise<Outcome<{ readonly items: readonly Line[] }, 'not-found'>> {
    const agency = context.actor.agencyId;
    return this.uow.read(context, async (tx, act) => {
      act.trail.allowedBy('keeper-reads').touched('receipt', id);
      const proofs = await findProofs(tx, id, { agency });
      if (proofs.length === 0 && !(await findHandoff(tx, id, agency))) return refuse('not-found');
      return done({ items: proofs.map(({ index, step }) => ({ index, step })) });
    });
  }
}
