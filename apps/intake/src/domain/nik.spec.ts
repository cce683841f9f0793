import * as fc from 'fast-check';
import { nikProblem } from './nik.js';

describe('a NIK', () => {
  it.each(['6171015403100001', '6171013112991234', '6171017101000001'])('%s can be one', (nik) => {
    expect(nikProblem(nik, false)).toBeUndefined();
  });

  it.each([
    ['617101540310000', 'fifteen digits'],
    ['61710154031000011', 'seventeen digits'],
    ['617101540310000a', 'a letter'],
    ['6171010003100001', 'day 00'],
    ['6171013203100001', 'day 32'],
    ['6171014003100001', 'day 40'],
    ['6171017203100001', 'day 72'],
    ['6171015400100001', 'month 00'],
    ['6171015413100001', 'month 13'],
    ['6171015403100000', 'serial 0000'],
  ])('%s cannot be one: %s', (nik) => {
    expect(nikProblem(nik, true)).toBe('invalid-format');
  });

  it.each(['6171995403100001', '6172995403100001'])('%s belongs to nobody and is for demos only', (nik) => {
    expect(nikProblem(nik, true)).toBeUndefined();
    expect(nikProblem(nik, false)).toBe('not-allowed');
  });

  it('answers any text', () => {
    fc.assert(fc.property(fc.string(), fc.boolean(), (text, isDemo) => void nikProblem(text, isDemo)));
  });
});
