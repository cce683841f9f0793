import { caseCodeOf } from './case-code.js';

const one = '0199c0de-1111-7000-8000-000000000000';

describe('the code of a case', () => {
  it('is taken as it is pasted, with the number of the case before it or not', () => {
    expect(caseCodeOf(one)).toBe(one);
    expect(caseCodeOf(` K-1A2B3C4D-E ${one.toUpperCase()} `)).toBe(one);
    expect(caseCodeOf('K-1A2B3C4D-E')).toBeUndefined();
    expect(caseCodeOf('')).toBeUndefined();
  });
});
