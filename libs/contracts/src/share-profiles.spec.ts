import {
  agencyType,
  dataCategory,
  exceeding,
  fieldGroup,
  serviceType,
  shareProfiles,
  sharingColumns,
  sharingLevelOf,
  sharingMatrix,
  type ShareProfile,
} from './index.js';

const profiles: readonly (readonly [string, ShareProfile])[] = Object.entries(shareProfiles);
const everything: readonly string[] = [...fieldGroup.codes, ...dataCategory.codes];
const serviceTypes: readonly string[] = serviceType.codes;

describe('the share profiles', () => {
  it('cover every row of the handoff table', () => {
    const rows = new Set(profiles.flatMap(([, { rows }]) => rows));
    const table = Array.from({ length: 29 }, (_, at) => `H${String(at + 1).padStart(2, '0')}`);
    expect([...rows].sort()).toEqual(table);
  });

  it.each(profiles)('%s shares known groups for known services, each once', (code, profile) => {
    expect(profile.code).toBe(code);
    for (const list of [profile.fieldGroups, profile.documents, profile.never, profile.serviceTypes])
      expect(new Set<string>(list).size).toBe(list.length);
    expect(profile.fieldGroups.filter((group) => !fieldGroup.codes.includes(group))).toEqual([]);
    expect(profile.documents.filter((one) => !dataCategory.codes.includes(one))).toEqual([]);
    expect(profile.never.filter((one) => !everything.includes(one))).toEqual([]);
    expect(profile.serviceTypes.filter((one) => !serviceTypes.includes(one))).toEqual([]);
  });

  it.each(profiles)('%s sends nothing that it calls never to be sent', (_, profile) => {
    const sent: readonly string[] = [...profile.fieldGroups, ...profile.documents];
    expect(profile.never.filter((one) => sent.includes(one))).toEqual([]);
    expect(profile.never).not.toEqual([]);
  });

  // Who reports to an agency tells it what it wants to tell: the matrix bounds what agencies pass on.
  it.each(profiles.filter(([, { road }]) => road !== 'report'))(
    '%s stays within the sharing matrix for each kind of agency that it is meant for',
    (_, profile) => {
      for (const receiver of profile.receivers)
        for (const serviceType of profile.serviceTypes.length > 0 ? profile.serviceTypes : [undefined])
          expect(exceeding(profile, { receiver, ...(serviceType && { serviceType }) })).toEqual([]);
    },
  );

  it('open a file for a referral or a transfer only, and the whole of it for a transfer only', () => {
    const open = profiles.filter(([, { road }]) => road === 'referral' || road === 'transfer');
    for (const [, { serviceTypes: named, road }] of profiles)
      expect(named.length > 0).toBe(road === 'referral');
    const whole = open.filter(([, profile]) => profile.fieldGroups.length === fieldGroup.codes.length);
    expect(whole.map(([code]) => code)).toEqual(['case-transfer']);
  });

  it('let nobody refer to a mediation', () => {
    for (const [, profile] of profiles) expect(profile.serviceTypes).not.toContain('mediation');
  });
});

describe('the sharing matrix', () => {
  it('has a level for every kind of data and every column', () => {
    expect([...sharingMatrix.keys()].sort()).toEqual([...everything].sort());
    for (const levels of sharingMatrix.values()) {
      expect(levels).toHaveLength(sharingColumns.length);
      expect(levels).not.toContain(undefined);
    }
  });

  it('names each kind of agency once', () => {
    const named = sharingColumns.flat();
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((type) => !agencyType.codes.includes(type))).toEqual([]);
  });

  it('gives nothing to an agency that stands in no column', () => {
    for (const data of sharingMatrix.keys()) expect(sharingLevelOf(data, 'municipal-order')).toBe('none');
  });

  it.each([
    ['identity-number', 'ngo-service', 'none'],
    ['exam-result', 'uptd-ppa', 'status'],
    ['exam-result', 'police-wcpu', 'full'],
    ['identity', 'oversight-city', 'pseudonymous'],
    ['health', 'police-wcpu', 'none'],
    ['factors', 'education-office', 'none'],
    ['current-location', 'ngo-service', 'host'],
    ['guardian', 'family-centre', 'minimum'],
  ] as const)('gives %s to %s: %s', (data, receiver, level) => {
    expect(sharingLevelOf(data, receiver)).toBe(level);
  });

  it('stops a profile at a kind of agency that may not have what it sends', () => {
    const { 'case-transfer': transfer, 'exam-result': result, 'police-report': report } = shareProfiles;
    expect(exceeding(transfer, { receiver: 'ngo-service' })).toEqual([
      'identity-number',
      'current-location',
      'police-report-number',
    ]);
    expect(exceeding(result, { receiver: 'uptd-ppa' })).toEqual(['exam-result']);
    expect(exceeding(result, { receiver: 'court' })).toEqual(['exam-result']);
    expect(exceeding(result, { receiver: 'court', lawfulBasis: 'court-order' })).toEqual([]);
    expect(exceeding(report, { receiver: 'municipal-order' })).toEqual([
      ...report.fieldGroups,
      'suspect-identity',
    ]);
  });
});
