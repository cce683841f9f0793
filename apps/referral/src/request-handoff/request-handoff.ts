import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { newId, newNumber, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { TextPart } from '../domain/envelope.js';
import { handoffRequested } from '../domain/events.js';
import type { Handoff } from '../domain/handoff.js';
import { handoffId, type CaseId } from '../domain/ids.js';
import { mayRequest } from '../domain/policy.js';
import { request, type Ask, type RequestRefusal } from '../domain/request.js';
import { findGrounds } from '../storage/consent.store.js';
import { lockForRequest } from '../storage/custody.store.js';
import { sealTexts } from '../storage/handoff-text.store.js';
import { placeHandoff } from '../storage/handoff.store.js';
import { startClocks } from '../storage/handoff-clocks.store.js';
import { spendOverride } from '../storage/override.store.js';

export interface HandoffReceipt {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  /** When the receiver must have answered. */
  readonly dueAt: string;
}

export type Refusal =
  | RequestRefusal
  | 'not-found'
  | 'not-custodian'
  | 'custody-changing'
  | 'already-offered'
  | 'idempotency-key-reused';

type Texts = Readonly<Partial<Record<TextPart, string>>>;

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
    texts: Texts,
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
      const mine = mayRequest(actor, known, hasAccess);
      if (!mine.ok) return mine;

      const birth = { id: handoffId(newId(now)), number: newNumber('R'), now };
      const grounds = await findGrounds(tx, caseId);
      const requested = request({ ...mine.value, grounds }, ask, receiver, birth);
      if (!requested.ok) return requested;

      const handoff = requested.value;
      const sealed = await sealTexts(tx, this.sealer, handoff.terms, texts);
      const isPlaced = await placeHandoff(tx, handoff, sealed);
      // Only the table can tell: what was written while this request waited for the lock, its first look has not seen.
      if (!isPlaced) return refuse(ask.kind === 'transfer' ? 'custody-changing' : 'already-offered');

      await startClocks(tx, act, handoff, now);
      const { consentId, overrideId } = handoff.terms.lawfulBasis;
      if (overrideId) await spendOverride(tx, overrideId);
      if (consentId) act.trail.touched('consent', consentId);
      act.announce(handoffRequested(handoff));
      act.trail.touched('handoff', handoff.terms.id, {
        version: 1,
        fields: [...Object.keys(ask), ...Object.keys(texts)],
      });
      return done(receiptOf(handoff));
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
