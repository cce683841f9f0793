import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { newId, newNumber, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { Handoff } from '../../domain/handoffs/handoff.js';
import { handoffId, openRequestId, type CaseId } from '../../domain/ids.js';
import { mayRequest } from '../../domain/policy.js';
import type { Ask } from '../../domain/handoffs/request.js';
import { lockForRequest } from '../../storage/custody.store.js';
import { place, type Offer, type OfferRefusal } from '../../storage/offer.js';

export interface OpenRequestReceipt {
  readonly id: string;
  readonly handoffs: readonly {
    readonly id: string;
    readonly number: string;
    readonly agencyId: string;
    readonly dueAt: string;
  }[];
}

type Refusal = OfferRefusal | 'not-found' | 'not-custodian' | 'stale-epoch' | 'idempotency-key-reused';
type Letter = Offer['texts'] & { readonly custodyEpoch?: number };

/** Several are asked for the same at once, all or none of them; the first to accept has it. */
@Injectable()
export class RequestOpenly {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(
    context: RequestContext,
    caseId: CaseId,
    asks: readonly Ask[],
    { custodyEpoch, ...texts }: Letter,
  ): Promise<Outcome<OpenRequestReceipt, Refusal>> {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(caseId).allowedBy('custodian-hands-off', asks[0]?.lawfulBasis.code);
      const openRequest = openRequestId(newId(now));
      const handoffs: Handoff[] = [];
      for (const ask of asks) {
        const { known, hasAccess, receiver } = await lockForRequest(
          tx,
          caseId,
          { agency: actor.agencyId, now },
          ask,
        );
        const mine = mayRequest(actor, known, hasAccess, custodyEpoch);
        if (!mine.ok) return mine;
        const birth = { id: handoffId(newId(now)), number: newNumber('R'), now, openRequest };
        const offer = { known: mine.value, receiver, ask, texts };
        const placed = await place({ tx, act, sealer: this.sealer }, offer, birth);
        if (!placed.ok) return placed;
        handoffs.push(placed.value);
      }
      return done({ id: openRequest, handoffs: handoffs.map(toLine) });
    });
  }
}

const toLine = ({ terms }: Handoff) => ({
  id: terms.id,
  number: terms.number,
  agencyId: terms.to,
  dueAt: terms.dueAt.toISOString(),
});
