import { isArticleOf, shareProfiles, type LawfulBasisCode } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import {
  speaksOf,
  whyNotCovered,
  whyNotHeard,
  type Consent,
  type CoverRefusal,
  type Subject,
  type Wanted,
} from './consent.js';
import type { KnownCase } from '../custody/custody.js';
import type { LawfulBasis, Terms } from '../handoffs/handoff.js';
import { manifestOf } from '../disclosures/manifest.js';
import { permits, type Override } from '../overrides/override.js';

/** What is on record about whether data of a case may pass. */
export interface Grounds {
  readonly consents: readonly Consent[];
  readonly overrides: readonly Override[];
}

/** What of an offer decides on its basis. */
type Offer = Pick<Terms, 'kind' | 'to' | 'serviceType' | 'shareProfile' | 'lawfulBasis'>;

export type BasisRefusal =
  'basis-article-missing' | 'basis-article-unknown' | 'override-required' | CoverRefusal;

export const subjectOf = ({ child, isGuardianSuspect }: KnownCase): Subject => ({
  isAdult: child.ageBand === '18+',
  isGuardianSuspect,
});

/** What a consent must allow for the offer. A consultation opens no file. */
export const wantedFor = ({ kind, to, shareProfile }: Offer): Wanted => ({
  to,
  purpose: shareProfiles[shareProfile].purpose,
  fieldGroups: manifestOf(kind, shareProfile).fieldGroups,
});

/**
 * The basis that the offer truly has: its article is one of those for this basis, and the consent or the approved
 * exception that carries it is named.
 */
export function basisFor(
  offer: Offer,
  known: KnownCase,
  grounds: Grounds,
  now: Date,
): Outcome<LawfulBasis, BasisRefusal> {
  const { code, article } = offer.lawfulBasis;
  // What carried an earlier offer does not carry this one: an onward referral is weighed anew.
  const cited = article === undefined ? { code } : { code, article };
  if (article !== undefined && !isArticleOf(code, article, now.toISOString().slice(0, 10)))
    return refuse('basis-article-unknown');
  if (article === undefined && mustCite.includes(code)) return refuse('basis-article-missing');
  switch (code) {
    case 'consent':
      return underConsent({ ...offer, lawfulBasis: cited }, known, grounds.consents, now);
    case 'legal-obligation':
    case 'court-order':
      return done(cited);
    case 'vital-interest':
    case 'public-task':
      return weighed({ ...offer, lawfulBasis: cited }, known, grounds, now);
  }
}

// The data-protection act itself is ground enough to act on a child's vital interest or a public duty.
const mustCite: readonly LawfulBasisCode[] = ['legal-obligation', 'court-order'];

function underConsent(
  offer: Offer,
  known: KnownCase,
  consents: readonly Consent[],
  now: Date,
): Outcome<LawfulBasis, CoverRefusal> {
  const wanted = wantedFor(offer);
  const reasons: CoverRefusal[] = [];
  for (const consent of consents) {
    const reason = whyNotCovered(consent, wanted, subjectOf(known), now);
    if (reason === undefined) return done({ ...offer.lawfulBasis, consentId: consent.id });
    reasons.push(speaksOf(consent, wanted) ? reason : 'consent-does-not-cover');
  }
  return refuse(telling.find((reason) => reasons.includes(reason)) ?? 'basis-missing');
}

/** Of several reasons the one is told that says most about what to do next. */
const telling: readonly CoverRefusal[] = [
  'guardian-is-suspect',
  'consent-giver-not-entitled',
  'consent-withdrawn',
  'consent-expired',
  'consent-does-not-cover',
];

function weighed(
  offer: Offer,
  known: KnownCase,
  grounds: Grounds,
  now: Date,
): Outcome<LawfulBasis, 'override-required'> {
  const heard = grounds.consents.filter((consent) => !whyNotHeard(consent, subjectOf(known)));
  if (!hasObjection(heard, wantedFor(offer))) return done(offer.lawfulBasis);
  const { lawfulBasis, to, serviceType } = offer;
  const asked = { basis: lawfulBasis.code, to, serviceType };
  const override = grounds.overrides.find((one) => permits(one, asked, now));
  return override ? done({ ...lawfulBasis, overrideId: override.id }) : refuse('override-required');
}

/** The last word that was said about this agency and purpose was a no. */
function hasObjection(consents: readonly Consent[], wanted: Wanted): boolean {
  const [last] = consents
    .filter((consent) => speaksOf(consent, wanted) && consent.status !== 'entered-in-error')
    .sort((one, other) => saidAt(other) - saidAt(one));
  return last?.status === 'inactive' || last?.status === 'withdrawn';
}

const saidAt = ({ status, recordedAt, endedAt }: Consent): number =>
  (status === 'withdrawn' && endedAt ? endedAt : recordedAt).getTime();
