import * as fc from 'fast-check';
import { fieldGroup, shareProfileCodes, shareProfiles } from '@rujukan/contracts';
import { fieldsOf, groupFields, visibleGroups, type Grant } from './disclosure.js';

const handoff = (shareProfile: string): Grant & { basis: 'handoff' } => ({
  basis: 'handoff',
  handoffId: 'handoff',
  shareProfile,
});

describe('what a grant shows', () => {
  it('is everything to the custodian', () => {
    expect(visibleGroups([{ basis: 'custodian' }])).toEqual(fieldGroup.codes);
  });

  it.each(shareProfileCodes)('is exactly the profile under %s', (code) => {
    expect(new Set(visibleGroups([handoff(code)]))).toEqual(new Set(shareProfiles[code].fieldGroups));
  });

  it('is exactly the manifest, whatever the profile says by now', () => {
    const under = (fieldGroups: string[]): Grant => ({ ...handoff('case-transfer'), fieldGroups });
    expect(visibleGroups([under(['needs', 'identity', 'no-such-group'])])).toEqual(['identity', 'needs']);
    expect(visibleGroups([under([])])).toEqual([]);
  });

  it('is nothing without a grant or under a profile that nobody knows', () => {
    expect(visibleGroups([])).toEqual([]);
    for (const code of ['no-such-profile', 'toString', '__proto__', ''])
      expect(visibleGroups([handoff(code)])).toEqual([]);
  });

  it('is what several grants show together, each group once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...shareProfileCodes)), (codes) => {
        const shown = visibleGroups(codes.map(handoff));
        expect(new Set(shown).size).toBe(shown.length);
        for (const group of fieldGroup.codes)
          expect(shown.includes(group)).toBe(
            codes.some((code) => (shareProfiles[code].fieldGroups as readonly string[]).includes(group)),
          );
      }),
    );
  });
});

describe('the fields of the groups', () => {
  it('belong to one group each, so that no group gives away another', () => {
    const all = Object.values(groupFields).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('keep the NIK, the address and the guardian out of a counsellor’s sight', () => {
    const shown = fieldsOf(visibleGroups([handoff('psychosocial-care')]));
    for (const field of ['child.nik', 'child.residence', 'child.guardian', 'incident.summary'] as const)
      expect(shown.has(field)).toBe(false);
    expect(shown.has('child.isGuardianSuspect')).toBe(true);
  });
});
