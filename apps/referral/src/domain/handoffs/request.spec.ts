import { shareProfileCodes, shareProfiles } from '@rujukan/contracts';
import { forEveryone } from '../directory/eligibility.js';
import { child, knownCase, night, receiver, sender, terms } from '../fixtures/a-handoff.js';
import { unknownReceiver, type Receiver } from './receiver.js';
import { request, type Ask } from './request.js';

const offered: Receiver = { agencyType: 'child-shelter', services: [forEveryone], agreement: 'valid' };
const forBoys = { ...forEveryone, sex: ['male' as const] };
const forSmall = { ...forEveryone, maxAge: 8 };
/** Profiles that open a file. */
const opening = shareProfileCodes.filter((code) =>
  ['referral', 'transfer'].includes(shareProfiles[code].road),
);
const birth = { id: terms.id, number: terms.number, now: night };

const ask = (more: Partial<Ask> = {}): Ask => ({
  kind: 'referral',
  to: receiver,
  serviceType: 'emergency-shelter',
  shareProfile: 'shelter-placement',
  lawfulBasis: { code: 'vital-interest' },
  priority: 'stat',
  ...more,
});

/** A transfer of the whole file, which only an agency that may have all of it can take. */
const wholeFile = ask({ kind: 'transfer', serviceType: 'case-management', shareProfile: 'case-transfer' });

const refusal = (outcome: ReturnType<typeof request>): string => (outcome.ok ? 'done' : outcome.reason);

describe('a request', () => {
  it('is made under the custody that its sender holds', () => {
    const outcome = request(knownCase({ epoch: 4 }), ask(), offered, birth);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        version: 1,
        progress: { status: 'requested' },
        terms: { from: sender, to: receiver, custodyEpoch: 4, requestedAt: night, dueAt: terms.dueAt },
      },
    });
  });

  it.each<[string, ReturnType<typeof knownCase>, Ask, Receiver]>([
    ['case-closed', knownCase({ isClosed: true }), ask(), offered],
    ['handoff-to-self', knownCase(), ask({ to: sender }), offered],
    ['unknown-agency', knownCase(), ask(), unknownReceiver],
    ['service-blocked', knownCase(), ask({ serviceType: 'mediation' }), offered],
    ['service-not-offered', knownCase(), ask(), { ...offered, services: [] }],
    ['agreement-missing', knownCase(), ask(), { ...offered, agreement: 'missing' }],
    ['agreement-expired', knownCase(), ask(), { ...offered, agreement: 'expired' }],
    ['not-eligible', knownCase(), ask(), { ...offered, services: [forBoys, forSmall] }],
    ['done', knownCase(), ask(), { ...offered, services: [forBoys, forEveryone] }],
    ['basis-missing', knownCase(), ask({ lawfulBasis: { code: 'consent' } }), offered],
    ['basis-article-missing', knownCase(), ask({ lawfulBasis: { code: 'court-order' } }), offered],
    ['share-profile-mismatch', knownCase(), ask({ shareProfile: 'legal-aid' }), offered],
    ['share-profile-mismatch', knownCase(), ask({ shareProfile: 'case-transfer' }), offered],
    ['share-profile-mismatch', knownCase(), ask({ kind: 'transfer' }), offered],
    ['share-profile-mismatch', knownCase(), ask({ shareProfile: 'exam-result' }), offered],
    ['sharing-not-allowed', knownCase(), ask(), { ...offered, agencyType: 'municipal-order' }],
    ['sharing-not-allowed', knownCase(), wholeFile, { ...offered, agencyType: 'ngo-service' }],
  ])('is refused by name: %s', (reason, known, what, agency) => {
    expect(refusal(request(known, what, agency, birth))).toBe(reason);
  });

  it('needs no agreement where the law demands the report to the police, and there alone', () => {
    const unsigned = { ...offered, agencyType: 'police-wcpu', agreement: 'missing' } as const;
    const report = ask({
      serviceType: 'law-enforcement',
      shareProfile: 'police-report',
      lawfulBasis: { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' },
    });
    const asked = (what: Ask, agency: Receiver = unsigned) =>
      refusal(request(knownCase(), what, agency, birth));
    expect(asked(report)).toBe('done');
    expect(asked(report, { ...unsigned, agreement: 'expired' })).toBe('done');
    expect(asked({ ...report, lawfulBasis: { code: 'public-task' } })).toBe('agreement-missing');
    expect(asked(report, { ...unsigned, agencyType: 'ngo-service' })).toBe('agreement-missing');
    expect(asked({ ...ask(), lawfulBasis: report.lawfulBasis })).toBe('agreement-missing');
    expect(asked({ ...report, lawfulBasis: { code: 'legal-obligation' } })).toBe('basis-article-missing');
  });

  it('may carry the whole file only as a transfer', () => {
    const office = { ...offered, agencyType: 'uptd-ppa' } as const;
    expect(refusal(request(knownCase(), wholeFile, office, birth))).toBe('done');
  });

  it('asks advice of anyone, since a consultation takes nothing of the file along', () => {
    const advice = ask({ kind: 'consultation' });
    const office = { ...offered, agencyType: 'municipal-order' } as const;
    expect(refusal(request(knownCase(), advice, office, birth))).toBe('done');
  });

  it.each(opening)('keeps the sex only where the service must know it: %s', (shareProfile) => {
    const profile = shareProfiles[shareProfile];
    const [serviceType] = profile.serviceTypes;
    const what = ask(
      serviceType === undefined
        ? { kind: 'transfer', shareProfile, serviceType: 'case-management' }
        : { shareProfile, serviceType },
    );
    const agencyType = profile.receivers[0]!;
    const outcome = request(knownCase(), what, { ...offered, agencyType }, birth);
    expect(outcome.ok && outcome.value.terms.child?.sex).toBe(
      profile.envelopeShowsSex ? child.sex : undefined,
    );
  });
});
