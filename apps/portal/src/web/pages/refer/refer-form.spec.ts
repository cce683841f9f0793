import { articlesFor } from '@rujukan/contracts';
import {
  citedUseOf,
  emptyReferral,
  profileOf,
  profilesFor,
  referableServices,
  toHandoff,
} from './refer-form.js';

describe('what the referral form sends', () => {
  const filled = {
    ...emptyReferral('emergency-shelter'),
    serviceId: 's1',
    agencyId: 'a1',
    basis: 'vital-interest',
    purpose: ' a bed tonight ',
    priority: 'asap',
  };

  it('is a referral with the profile of its service, and nothing that was left empty', () => {
    expect(toHandoff(filled, 'c1', false)).toEqual({
      caseId: 'c1',
      kind: 'referral',
      to: { agencyId: 'a1', serviceId: 's1' },
      serviceType: 'emergency-shelter',
      shareProfile: 'shelter-placement',
      lawfulBasis: { code: 'vital-interest' },
      purpose: 'a bed tonight',
      priority: 'asap',
    });
  });

  it('is a transfer of the whole case to an agency', () => {
    expect(toHandoff({ ...filled, serviceId: '' }, 'c1', true)).toMatchObject({
      kind: 'transfer',
      to: { agencyId: 'a1' },
      serviceType: 'case-management',
      shareProfile: 'case-transfer',
    });
  });
});

describe('what the directory is asked with', () => {
  it('is what the case says of the child', () => {
    const child = { ageBand: '16-17', sex: 'female', areaCode: '61.71.01', languages: ['id'] } as const;
    expect(emptyReferral('emergency-shelter', { ...child, hasDisability: true })).toMatchObject({
      ...child,
      hasDisability: true,
    });
  });

  it('says nothing of what nobody knows', () => {
    const child = { ageBand: 'unknown', sex: 'unknown', languages: [], hasDisability: false } as const;
    expect(emptyReferral('emergency-shelter', child)).toMatchObject({ ageBand: '', sex: '', areaCode: '' });
  });
});

describe('share profiles', () => {
  it('never offers to hand over a whole case for a single service', () => {
    expect(profilesFor('case-management').map((profile) => profile.code)).not.toContain('case-transfer');
  });

  it('offers no service for which data may not travel', () => {
    expect(referableServices).not.toContain('mediation');
    for (const service of referableServices) expect(profileOf(emptyReferral(service), false)).toBeDefined();
  });
});

describe('articles that may be chosen', () => {
  const obligations = (serviceType: string, isTransfer = false) =>
    articlesFor(
      'legal-obligation',
      citedUseOf(emptyReferral(serviceType), isTransfer, isTransfer ? 'uptd-ppa' : undefined),
    ).map(({ article }) => article);

  it('are those that speak of the service', () => {
    const ofAll = 'UU 27/2022 Pasal 20 ayat (2) huruf c';
    expect(obligations('law-enforcement')).toEqual([
      'UU 12/2022 Pasal 41',
      'Permenkes 68/2013 Pasal 7',
      ofAll,
    ]);
    expect(obligations('emergency-shelter')).toEqual([ofAll]);
    expect(obligations('emergency-shelter', true)).toEqual([ofAll]);
  });
});
