import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork, type Act } from '@rujukan/persistence';
import { basisFor } from '../../domain/consents/basis.js';
import { accessEnded, consentExpired } from '../../domain/consents/consent-events.js';
import { expire, type Consent } from '../../domain/consents/consent.js';
import type { KnownCase } from '../../domain/custody/custody.js';
import type { Handoff } from '../../domain/handoffs/handoff.js';
import { findConsent, findConsents, findExpiredConsents, saveConsent } from '../../storage/consent.store.js';
import { lockCase } from '../../storage/custody.store.js';
import { saveBasis } from '../../storage/handoff.store.js';
import { recallOffers } from '../../storage/settle.js';
import { endAccess, findHolders, findOffersUnder } from '../../storage/withdrawal.store.js';

/** Consents that one run takes; the next run takes the next ones. */
const atOnce = 50;

/** A consent whose period is over covers nothing any more: what it opened closes, and what waits under it alone is taken back. */
@Injectable()
export class ExpireConsents {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many were found expired. */
  execute(): Promise<number> {
    return this.uow.timer(expiring, async (tx, act, now) => {
      const due = await findExpiredConsents(tx, now, atOnce);
      // In the order of cases, so that two runs never wait for each other crosswise.
      for (const { id, caseId } of due.sort((one, other) => one.caseId.localeCompare(other.caseId))) {
        const { known } = await lockCase(tx, caseId, null);
        const consent = await findConsent(tx, id);
        const expired = consent && expire(consent, now);
        if (!known || !expired) continue;
        await saveConsent(tx, expired);
        await settleOffers(tx, act, { known, expired, now });
        const holders = await findHolders(tx, id);
        const others = holders.filter((held) => held.agency_id !== known.custody.custodian);
        const closed = await endAccess(tx, others, now);
        act.announce(consentExpired(expired), ...closed.map(accessEnded));
        act.trail.about(caseId).touched('consent', id, { version: expired.version, fields: ['status'] });
        for (const { handoffId } of closed) act.trail.touched('access', handoffId, { fields: ['endedAt'] });
      }
      return due.length;
    });
  }
}

/** Offers that another consent carries by now go on under that one; nobody could accept the others any more. */
async function settleOffers(
  tx: EntityManager,
  act: Act,
  { known, expired, now }: { readonly known: KnownCase; readonly expired: Consent; readonly now: Date },
): Promise<void> {
  const consents = await findConsents(tx, expired.caseId);
  const bare: Handoff[] = [];
  for (const offer of await findOffersUnder(tx, expired.id)) {
    const basis = basisFor(offer.terms, known, { consents, overrides: [] }, now);
    if (!basis.ok) bare.push(offer);
    else {
      await saveBasis(tx, { ...offer, terms: { ...offer.terms, lawfulBasis: basis.value } });
      act.trail.touched('handoff', offer.terms.id, { fields: ['consentId'] });
    }
  }
  await recallOffers({ tx, act, now }, bare);
}

const expiring = { type: 'consent.expire', action: 'U', purpose: 'operations' } as const;
