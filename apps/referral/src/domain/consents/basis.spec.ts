import {
  basisArticles,
  isCitedFor,
  lawfulBasis,
  shareProfileCodes,
  shareProfiles,
  type AgencyType,
  type LawfulBasisCode,
  type ServiceType,
  type ShareProfileCode,
} from '@rujukan/contracts';
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

/** Handoffs as their profiles know them: each service with each kind of agency. */
const uses = shareProfileCodes.flatMap((shareProfile) => {
  const { road, receivers, serviceTypes } = shareProfiles[shareProfile];
  const services: readonly ServiceType[] = road === 'transfer' ? ['case-management'] : serviceTypes;
  return services.flatMap((serviceType) =>
    receivers.map((receiverType) => ({ shareProfile, serviceType, receiverType })),
  );
});

/** The answer to a child whose family said no to everything. */
const againstNo = (lawful: LawfulBasis, use: (typeof uses)[number]) => {
  const no = aConsent({
    status: 'inactive',
    isGiven: false,
    purposes: ['service-provision', 'law-enforcement', 'case-management', 'child-protection-emergency'],
  });
  return basisFor({ ...offer(lawful), ...use }, knownCase(), on([no]), later);
};

const bed = { shareProfile: 'shelter-placement', serviceType: 'emergency-shelter' } as const;
const report = { shareProfile: 'police-report', serviceType: 'law-enforcement' } as const;

describe('the article of a basis', () => {
  it.each(lawfulBasis.codes.flatMap((code) => basisArticles[code].map((one) => ({ code, ...one }))))(
    '$code may be cited with $article, where it speaks of the handoff',
    ({ code, article, ...one }) => {
      const lawful = { code, article };
      const answers = uses.map((use) => {
        const outcome = basisFor({ ...offer(lawful), ...use }, knownCase(), on([]), night);
        return [isCitedFor(one, use), outcome.ok ? 'done' : outcome.reason] as const;
      });
      const reasons = (isFit: boolean) => new Set(answers.filter(([fit]) => fit === isFit).map(([, r]) => r));
      expect([...reasons(true)]).toEqual([code === 'consent' ? 'basis-missing' : 'done']);
      expect([...reasons(false)].filter((reason) => reason !== 'basis-article-unfit')).toEqual([]);
    },
  );

  it.each<[string, { shareProfile: ShareProfileCode; serviceType: ServiceType }, AgencyType]>([
    ['UU 12/2022 Pasal 41', bed, 'ngo-service'],
    ['UU 12/2022 Pasal 41', report, 'ngo-service'],
    ['UU 21/2007 Pasal 53', bed, 'ngo-service'],
    ['UU 12/2022 Pasal 43', report, 'police-wcpu'],
    ['UU 11/2012 Pasal 27', { ...bed, shareProfile: 'social-report' }, 'social-service'],
  ])('%s is not cited for something else, and those that fit are named', (article, use, receiverType) => {
    const asked = { ...offer({ code: 'legal-obligation', article }), ...use, receiverType };
    const outcome = basisFor(asked, knownCase(), nothing, night);
    const fitting = basisArticles['legal-obligation'].filter((one) => isCitedFor(one, asked));
    expect(outcome).toEqual({
      ok: false,
      reason: 'basis-article-unfit',
      details: { articles: fitting.map((one) => one.article) },
    });
    expect(fitting.map((one) => one.article)).toContain('UU 27/2022 Pasal 20 ayat (2) huruf c');
  });

  it('carries a handoff past a recorded no only where the law demands just that handoff', () => {
    const passed = uses.flatMap((use) =>
      basisArticles['legal-obligation']
        .filter(({ article }) => againstNo({ code: 'legal-obligation', article }, use).ok)
        .map(({ article }) => `${article}: ${use.serviceType} of ${use.receiverType}`),
    );
    expect(passed).toEqual([
      'UU 12/2022 Pasal 41: law-enforcement of police-wcpu',
      'Permenkes 68/2013 Pasal 7: law-enforcement of police-wcpu',
      'UU 12/2022 Pasal 41: law-enforcement of police-regional',
      'Permenkes 68/2013 Pasal 7: law-enforcement of police-regional',
      'UU 11/2012 Pasal 27: social-report of social-service',
      'UU 11/2012 Pasal 27: social-report of child-shelter',
      'UU 11/2012 Pasal 27: social-inquiry of probation',
      'UU 12/2022 Pasal 43: witness-protection of witness-victim-agency',
    ]);
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
    const demanded = { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' } as const;
    expect(againstNo(demanded, { ...report, receiverType: 'police-wcpu' })).toEqual({
      ok: true,
      value: demanded,
    });
    const ordered = { code: 'court-order', article: 'Penetapan atau putusan pengadilan' } as const;
    expect(found(ordered, on([no]), later)).toEqual(ordered);
  });
});
