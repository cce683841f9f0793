import { consentGiver, shareProfiles } from '@rujukan/contracts';
import type { Consent } from '../../data/consents.js';
import { covering, emptyConsent, relationsFor, toConsent } from './consent-form.js';

const profile = shareProfiles['shelter-placement'];
const wanted = { agencyId: 'a-shelter', profile };
const now = new Date('2026-03-10T10:00:00Z');

const said = toConsent(
  {
    ...emptyConsent,
    isGiven: 'yes',
    givenBy: 'by-parent',
    relation: 'mother',
    childAssent: 'given',
    form: 'written',
    evidence: ' Map merah ',
  },
  wanted,
  now,
);

describe('the consent that is put on record', () => {
  it('is no wider than what is about to be sent, and ends', () => {
    expect(said).toMatchObject({
      isGiven: true,
      recipients: ['a-shelter'],
      purposes: [profile.purpose],
      fieldGroups: profile.fieldGroups,
      evidence: 'Map merah',
      validTo: '2026-06-08T10:00:00.000Z',
    });
    expect(new Date(said.validFrom) < now).toBe(true);
  });

  it('knows for everybody who can consent what they are to the child', () => {
    for (const giver of consentGiver.codes) expect(relationsFor(giver).length).toBeGreaterThan(0);
    expect(relationsFor('')).toEqual([]);
  });
});

describe('a consent that covers the handoff', () => {
  const consent: Consent = {
    ...said,
    id: 'c1',
    version: 1,
    status: 'active',
    counts: true,
    recordedAt: said.validFrom,
  };

  it('is for this agency, this purpose and all of these data, and in force', () => {
    expect(covering([consent], wanted)).toBe(consent);
    expect(covering([{ ...consent, counts: false }], wanted)).toBeUndefined();
    expect(covering([{ ...consent, recipients: ['another'] }], wanted)).toBeUndefined();
    expect(covering([{ ...consent, fieldGroups: [] }], wanted)).toBeUndefined();
  });
});
