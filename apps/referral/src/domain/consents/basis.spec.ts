import { basisArticles, lawfulBasis, type LawfulBasisCode } from '@rujukan/contracts';
import { basisFor, wantedFor, type Grounds } from './basis.js';
import type { Consent } from './consent.js';
import { aConsent, anOverride } from '../fixtures/a-consent.js';
import { aHandoff, knownCase, later, night, stranger } from '../fixtures/a-handoff.js';
import type { LawfulBasis, Terms } from '../handoffs/handoff.js';
import type { Override } from '../overrides/override.js';

const nothing: Grounds = { consents: [], overrides: [] };
const on = (consents: readonly Consent[], overrides: readonly Override[] = []): Grounds => ({
  consents,
  overrides,
});
const offer = (lawful: LawfulBasis, more: Partial<Terms> = {}): Terms =>
  aHandoff('requested', { lawfulBasis: lawful, ...more }).terms;
const found = (lawful: LawfulBasis, grounds: Grounds, now = night) => {
  const outcome = basisFor(offer(lawful), knownCase(), grounds, now);
  return outcome.ok ? outcome.value : outcome.reason;
};

describe('the article of a basis', () => {
  it.each(
    lawfulBasis.codes.flatMap((code) => basisArticles[code].map(({ article }) => [code, article] as const)),
  )('%s may be cited with %s', (code, article) => {
    expect(found({ code, article }, on([aConsent()]))).toMatchObject({ code, article });
  });

  it.each(lawfulBasis.codes)('is one of the list for %s', (code) => {
    expect(found({ code, article: 'UU 99/2099 Pasal 1' }, nothing)).toBe('basis-article-unknown');
  });

  it('is not cited before it was in force', () => {
    const cited = { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' } as const;
    expect(found(cited, nothing, new Date('2022-05-08T23:00:00.000Z'))).toBe('basis-article-unknown');
  });

  it.each<[LawfulBasisCode, string]>([
    ['legal-obligation', 'basis-article-missing'],
    ['court-order', 'basis-article-missing'],
  ])('must be cited where the law orders: %s', (code, reason) => {
    expect(found({ code }, nothing)).toBe(reason);
    expect(found({ code: 'vital-interest' }, nothing)).toEqual({ code: 'vital-interest' });
    expect(found({ code: 'public-task' }, nothing)).toEqual({ code: 'public-task' });
  });
});

describe('consent as the basis', () => {
  const consent = { code: 'consent' } as const;

  it('is named when one covers the offer', () => {
    expect(found(consent, on([aConsent({ recipients: [stranger] }), aConsent()]))).toEqual({
      code: 'consent',
      consentId: aConsent().id,
    });
  });

  it.each<[string, Grounds]>([
    ['basis-missing', nothing],
    ['consent-expired', on([aConsent({ status: 'expired' }), aConsent({ recipients: [stranger] })])],
    ['consent-withdrawn', on([aConsent({ status: 'withdrawn' })])],
    ['consent-does-not-cover', on([aConsent({ recipients: [stranger], status: 'withdrawn' })])],
    ['consent-does-not-cover', on([aConsent({ fieldGroups: ['identity'] })])],
  ])('is refused with the reason that helps most: %s', (reason, grounds) => {
    expect(found(consent, grounds)).toBe(reason);
  });

  it('of a parent stops counting when the child is 18', () => {
    const known = knownCase();
    const grown = { ...known, child: { ...known.child, ageBand: '18+' as const } };
    const outcome = basisFor(offer(consent), grown, on([aConsent({ givenBy: 'by-parent' })]), night);
    expect(outcome).toMatchObject({ ok: false, reason: 'consent-giver-not-entitled' });
  });

  it('is needed for no field where advice is asked, and for another purpose with the police', () => {
    expect(wantedFor(offer(consent, { kind: 'consultation' })).fieldGroups).toEqual([]);
    expect(wantedFor(offer(consent, { shareProfile: 'case-transfer' })).purpose).toBe('case-management');
    expect(wantedFor(offer(consent, { shareProfile: 'police-report' })).purpose).toBe('law-enforcement');
  });
});

describe('an interest that is weighed', () => {
  const vital = { code: 'vital-interest' } as const;
  const no = aConsent({ status: 'inactive', isGiven: false });
  const withdrawn = aConsent({ status: 'withdrawn', endedAt: later });

  it.each([
    ['refused', no],
    ['withdrawn', withdrawn],
  ])('needs a second person where consent was %s', (_, objection) => {
    expect(found(vital, on([objection]), later)).toBe('override-required');
    expect(found(vital, on([objection], [anOverride()]), later)).toEqual({
      ...vital,
      overrideId: anOverride().id,
    });
  });

  it('takes no exception over from an offer that was passed on', () => {
    const spent = { ...vital, overrideId: anOverride().id };
    expect(found(spent, nothing)).toEqual(vital);
    expect(found(spent, on([no], [anOverride({ status: 'used' })]), later)).toBe('override-required');
  });

  it.each<[string, Partial<Override>]>([
    ['is only proposed', { status: 'proposed' }],
    ['was used', { status: 'used' }],
    ['is for another basis', { basis: 'public-task' }],
    ['is for another agency', { to: stranger }],
    ['is for another service', { serviceType: 'counselling' }],
    ['is three days old', { decidedAt: new Date(later.getTime() - 72 * 3_600_000) }],
  ])('is not carried by an exception that %s', (_, more) => {
    expect(found(vital, on([no], [anOverride(more)]), later)).toBe('override-required');
  });

  it.each<[string, Consent[]]>([
    ['about another agency', [aConsent({ ...no, recipients: [stranger] })]],
    ['that was a mistake', [aConsent({ status: 'entered-in-error' })]],
    ['that a later yes overtook', [aConsent({ recordedAt: later }), no]],
  ])('is not held up by a no %s', (_, consents) => {
    expect(found(vital, on(consents), later)).toEqual(vital);
  });

  it('is not held up by a parent’s no when she is 18, and law and court never are', () => {
    const known = knownCase();
    const grown = { ...known, child: { ...known.child, ageBand: '18+' as const } };
    const parents = on([aConsent({ ...no, givenBy: 'by-parent' })]);
    expect(basisFor(offer(vital), grown, parents, later)).toMatchObject({ ok: true });
    const ordered = { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' } as const;
    expect(found(ordered, on([no]), later)).toEqual(ordered);
  });
});
