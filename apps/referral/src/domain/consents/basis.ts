import {
  articleOf,
  articlesFor,
  isCitedFor,
  shareProfiles,
  type AgencyType,
  type BasisArticle,
  type LawfulBasisCode,
} from '@rujukan/contracts';
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
type Offer = Pick<Terms, 'kind' | 'to' | 'serviceType' | 'shareProfile' | 'lawfulBasis'> & {
  /** Absent where it plays no part: only articles of duties are bound to one. */
  readonly receiverType?: AgencyType;
};

export type BasisRefusal = ArticleRefusal | 'override-required' | CoverRefusal;

type ArticleRefusal = 'basis-article-missing' | 'basis-article-unknown' | 'basis-article-unfit';

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
  const { code } = offer.lawfulBasis;
  const article = articleFor(offer, now);
  if (!article.ok) return article;
  // What carried an earlier offer does not carry this one: an onward referral is weighed anew.
  const cited = article.value ? { code, article: article.value.article } : { code };
  switch (code) {
    case 'consent':
      return underConsent({ ...offer, lawfulBasis: cited }, known, grounds.consents, now);
    case 'court-order':
      return done(cited);
    case 'legal-obligation':
      if (article.value?.outweighsRefusal) return done(cited);
      return weighed({ ...offer, lawfulBasis: cited }, known, grounds, now);
    case 'vital-interest':
    case 'public-task':
      return weighed({ ...offer, lawfulBasis: cited }, known, grounds, now);
  }
}

/** The article that is cited, where it speaks of such a handoff; undefined where none is and none need be. */
function articleFor(offer: Offer, now: Date): Outcome<BasisArticle | undefined, ArticleRefusal> {
  const { code, article } = offer.lawfulBasis;
  if (article === undefined)
    return mustCite.includes(code) ? refuse('basis-article-missing') : done(undefined);
  const day = now.toISOString().slice(0, 10);
  const found = articleOf(code, article, day);
  if (!found) return refuse('basis-article-unknown');
  if (isCitedFor(found, offer)) return done(found);
  const fitting = articlesFor(code, offer).filter(({ since }) => since <= day);
  return refuse('basis-article-unfit', { articles: fitting.map((one) => one.article) });
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
  'consent-not-yet-valid',
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
