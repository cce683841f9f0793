import { disclosureOf, endOfDisclosure } from './disclosure.js';
import { aHandoff, everyStatus, later, night, receiver, sender, terms } from '../fixtures/a-handoff.js';
import { manifestOf } from './manifest.js';

const open = ['accepted', 'waitlisted', 'on-hold', 'in-progress', 'cancel-requested'];
const ended = ['completed', 'not-completed'];

describe('a disclosure', () => {
  it.each(everyStatus)('begins with acceptance and not before: %s', (status) => {
    expect(disclosureOf(aHandoff(status)) !== undefined).toBe([...open, ...ended].includes(status));
  });

  it('is of the groups that the sender saw, for the purpose of the profile', () => {
    const manifest = { profileVersion: 4, fieldGroups: ['identity', 'needs'] as const };
    expect(disclosureOf(aHandoff('accepted', { manifest }))).toEqual({
      handoffId: terms.id,
      caseId: terms.caseId,
      kind: 'referral',
      from: sender,
      to: receiver,
      shareProfile: 'shelter-placement',
      lawfulBasis: { code: 'vital-interest' },
      profileVersion: 4,
      fieldGroups: ['identity', 'needs'],
      purpose: 'service-provision',
      disclosedAt: night,
    });
  });

  it('is none where only advice was asked', () => {
    const manifest = manifestOf('consultation', 'shelter-placement');
    expect(manifest.fieldGroups).toEqual([]);
    expect(disclosureOf(aHandoff('accepted', { kind: 'consultation', manifest }))).toBeUndefined();
  });

  it.each(everyStatus)('ends with the handoff: %s', (status) => {
    expect(endOfDisclosure(aHandoff(status))).toEqual(ended.includes(status) ? later : undefined);
    expect(endOfDisclosure(aHandoff(status, { kind: 'transfer' }))).toBeUndefined();
  });
});
