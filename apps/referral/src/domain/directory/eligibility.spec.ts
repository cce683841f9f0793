import { child } from '../fixtures/a-handoff.js';
import { forEveryone, isEligible, mismatches, type Eligibility, type Need } from './eligibility.js';

const open = (more: Partial<Eligibility> = {}): Eligibility => ({ ...forEveryone, ...more });
const need = (more: Partial<Need> = {}): Need => ({ ...child, ...more });

describe('whom a service is for', () => {
  it('is everybody, unless it says otherwise', () => {
    expect(mismatches(need(), open())).toEqual([]);
    expect(isEligible(need({ ageBand: '18+' }), open())).toBe(true);
  });

  it.each<[string, Partial<Eligibility>, Partial<Need>, readonly string[]]>([
    ['the youngest year of the band is old enough', { minAge: 15 }, {}, []],
    ['the whole band is too young', { minAge: 16 }, {}, ['not-eligible-age']],
    ['the whole band is too old', { maxAge: 12 }, {}, ['not-eligible-age']],
    ['an unknown age is given the benefit of the doubt', { maxAge: 12 }, { ageBand: 'unknown' }, []],
    ['grown up is too old', { maxAge: 17 }, { ageBand: '18+' }, ['not-eligible-age']],
    ['a house for boys', { sex: ['male'] }, {}, ['not-eligible-sex']],
    ['a sex that is not known', { sex: ['male'] }, { sex: 'unknown' }, []],
    ['her kecamatan', { areas: ['61.71.02'] }, {}, []],
    ['her city', { areas: ['61.71'] }, {}, []],
    ['a code that only begins alike', { areas: ['61.7'] }, {}, ['out-of-jurisdiction']],
    ['another city', { areas: ['61.72'] }, {}, ['out-of-jurisdiction']],
    ['one language in common', { languages: ['ms', 'id'] }, {}, []],
    ['no language in common', { languages: ['ms'] }, {}, ['language-not-spoken']],
    ['a stair', { disabilityAccess: false }, { hasDisability: true }, ['no-disability-access']],
    ['a stair that nobody told of', {}, { hasDisability: true }, []],
  ])('%s', (_, service, who, expected) => {
    expect(mismatches(need(who), open(service))).toEqual(expected);
  });

  it('stops a request by age and by sex only: a child is found where she is found', () => {
    expect(isEligible(need(), open({ areas: ['61.72'], languages: ['ms'], disabilityAccess: false }))).toBe(
      true,
    );
    expect(isEligible(need(), open({ maxAge: 12 }))).toBe(false);
    expect(isEligible(need(), open({ sex: ['male'] }))).toBe(false);
  });
});
