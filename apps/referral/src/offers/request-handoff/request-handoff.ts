import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { newId, newNumber, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { Handoff } from '../../domain/handoffs/handoff.js';
import { handoffId, type CaseId } from '../../domain/ids.js';
import { mayRequest } from '../../domain/policy.js';
import type { Ask } from '../../domain/handoffs/request.js';
import { lockForRequest } from '../../storage/custody.store.js';
import { place, type Offer, type OfferRefusal } from '../../storage/offer.js';

export interface HandoffReceipt {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  /** When the receiver must have answered. */
  readonly dueAt: string;
}

export type Refusal = OfferRefusal | 'not-found' | 'not-custodian' | 'stale-epoch' | 'idempotency-key-reused';

/** The texts, and what is said once and not offered: the custody that the sender saw, and that it shall wait. */
export type Letter = Offer['texts'] & { readonly custodyEpoch?: number; readonly draft?: boolean };

@Injectable()
export class RequestHandoff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(
    context: RequestContext,
    caseId: CaseId,
    ask: Ask,
    { custodyEpoch, draft = false, ...texts }: Letter,
  ): Promise<Outcome<HandoffReceipt, Refusal>> {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(caseId).allowedBy('custodian-hands-off', ask.lawfulBasis.code);
      const { known, hasAccess, receiver } = await lockForRequest(
        tx,
        caseId,
        { agency: actor.agencyId, now },
        ask,
      );
      const mine = mayRequest(actor, known, hasAccess, custodyEpoch);
      if (!mine.ok) return mine;

      const birth = { id: handoffId(newId(now)), number: newNumber('R'), now, isDraft: draft };
      const offer = { known: mine.value, receiver, ask, texts };
      const placed = await place({ tx, act, sealer: this.sealer }, offer, birth);
      return placed.ok ? done(receiptOf(placed.value)) : placed;
    });
  }
}

const receiptOf = ({ terms, version, progress }: Handoff): HandoffReceipt => ({
  id: terms.id,
  number: terms.number,
  status: progress.status,
  version,
  dueAt: terms.dueAt.toISOString(),
});
