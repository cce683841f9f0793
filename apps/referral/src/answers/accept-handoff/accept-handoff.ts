import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import type { EntityManager } from 'typeorm';
import { UnitOfWork, type Act } from '@rujukan/persistence';
import { factsOfConsent, factsOfHandoff } from '../../domain/audit-facts.js';
import { handOver } from '../../domain/custody/custody.js';
import { custodianChanged, handoffAccepted } from '../../domain/events.js';
import { whyNotInForce, type CoverRefusal } from '../../domain/consents/consent.js';
import { accept, apply, type Handoff } from '../../domain/handoffs/handoff.js';
import type { HandoffId } from '../../domain/ids.js';
import { heldAsOffered, mayAnswer } from '../../domain/policy.js';
import { moveCustody } from '../../storage/custody.store.js';
import { findConsent } from '../../storage/consent.store.js';
import { lockHandoff, saveHandoff } from '../../storage/handoff.store.js';
import { settleCustody, settleOthers } from '../../storage/settle.js';
import { insertHolder } from '../../storage/withdrawal.store.js';

/** The receiver takes it: a referral gives it access from now on, a transfer makes it the custodian. */
@Injectable()
export class AcceptHandoff {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId, version: number) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('receiver-answers').touched('handoff', id, { version, fields: ['status'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayAnswer(actor, found, version);
      if (!mine.ok) return mine;

      const decision = accept(mine.value.handoff, now);
      if (!decision.ok) return decision;
      const held = heldAsOffered(mine.value);
      if (!held.ok) return held;

      const basis = await stillHolds(tx, act, mine.value.handoff, now);
      if (basis) return refuse(basis);

      const handoff = apply(mine.value.handoff, decision.value);
      const { from, to, kind, lawfulBasis, manifest } = handoff.terms;
      await saveHandoff(tx, handoff, { act, at: now, by: to });
      await insertHolder(tx, handoff, now);
      act.announce(handoffAccepted(handoff));
      act.trail.allowedBy('receiver-answers', lawfulBasis.code);
      act.trail.disclosed({ fromOrg: from, toOrg: to, receiptId: id });
      act.trail.touched('disclosure', id, { fields: manifest.fieldGroups, facts: factsOfHandoff(handoff) });
      await settleOthers({ tx, act, now }, handoff);

      if (kind === 'transfer') {
        const moved = handOver(held.value, to);
        await moveCustody(tx, moved, { transfer: id, at: now });
        act.announce(custodianChanged(held.value, moved, { transfer: id, at: now }));
        act.trail.touched('custody', moved.caseId, { version: moved.epoch, fields: ['custodianAgencyId'] });
        await settleCustody({ tx, act, now }, held.value, moved);
      }
      return done({ id, status: handoff.progress.status, version: handoff.version });
    });
  }
}

/** @returns why not: a consent that was there when it was offered may be gone when it is accepted. */
async function stillHolds(
  tx: EntityManager,
  act: Act,
  { terms }: Handoff,
  now: Date,
): Promise<CoverRefusal | undefined> {
  const { consentId } = terms.lawfulBasis;
  const consent = consentId && (await findConsent(tx, consentId));
  if (!consent) return undefined;
  act.trail.touched('consent', consent.id, { facts: factsOfConsent(consent) });
  return whyNotInForce(consent, now);
}
