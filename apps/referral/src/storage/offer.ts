import type { EntityManager } from 'typeorm';
import { refuse, type Outcome } from '@rujukan/kernel';
import type { Act } from '@rujukan/persistence';
import type { Sealer } from '@rujukan/sealing';
import { factsOfConsent, factsOfHandoff } from '../domain/audit-facts.js';
import type { KnownCase } from '../domain/custody/custody.js';
import type { TextPart } from '../domain/handoffs/envelope.js';
import { handoffRequested } from '../domain/events.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import type { Receiver } from '../domain/handoffs/receiver.js';
import { request, type Ask, type Birth, type RequestRefusal } from '../domain/handoffs/request.js';
import { findGrounds } from './consent.store.js';
import { startClocks } from './handoff-clocks.store.js';
import { sealTexts } from './handoff-text.store.js';
import { placeHandoff } from './handoff.store.js';
import { spendOverride } from './override.store.js';

/** What is offered, in which case, and what is known of the agency that is asked. */
export interface Offer {
  readonly known: KnownCase;
  readonly receiver: Receiver;
  readonly ask: Ask;
  readonly texts: Readonly<Partial<Record<TextPart, string>>>;
}

export type OfferRefusal = RequestRefusal | 'custody-changing' | 'already-offered';

/** The way of every new handoff, whether one agency is asked or several, by the custodian or onward: decide, save, announce. */
export async function place(
  { tx, act, sealer }: { readonly tx: EntityManager; readonly act: Act; readonly sealer: Sealer },
  { known, receiver, ask, texts }: Offer,
  birth: Birth,
): Promise<Outcome<Handoff, OfferRefusal>> {
  const grounds = await findGrounds(tx, known.custody.caseId);
  const requested = request({ ...known, grounds }, ask, receiver, birth);
  if (!requested.ok) return requested;

  const handoff = requested.value;
  const sealed = await sealTexts(tx, sealer, handoff.terms, texts);
  const isPlaced = await placeHandoff(tx, handoff, sealed);
  // Only the table can tell: what was written while this request waited for the lock, its first look has not seen.
  if (!isPlaced) return refuse(ask.kind === 'transfer' ? 'custody-changing' : 'already-offered');

  const { consentId, overrideId } = handoff.terms.lawfulBasis;
  const consent = grounds.consents.find(({ id }) => id === consentId);
  if (consent) {
    const facts = factsOfConsent(consent, known.isGuardianSuspect);
    act.trail.touched('consent', consent.id, { facts });
  }
  if (birth.isDraft !== true) {
    if (overrideId) await spendOverride(tx, overrideId);
    await startClocks(tx, act, handoff, birth.now);
    act.announce(handoffRequested(handoff));
  }
  act.trail.touched('handoff', handoff.terms.id, {
    version: 1,
    fields: [...Object.keys(ask), ...Object.keys(texts)],
    facts: factsOfHandoff(handoff),
  });
  return requested;
}
