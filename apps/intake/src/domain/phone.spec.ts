import * as fc from 'fast-check';
import { normalisePhone } from './phone.js';

describe('a telephone number', () => {
  it.each([
    ['0812-3456-7890', '+6281234567890'],
    ['62 812 3456 7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['(0561) 123.456', '+62561123456'],
    ['+62 561 0000 01', '+62561000001'],
    ['+60 12 345 6789', '+60123456789'],
  ])('%s is kept as %s', (written, kept) => {
    expect(normalisePhone(written)).toBe(kept);
  });

  it.each(['', '129', 'ask at the desk', '0812', '+62 0812 3456 7890', '+0123456789', '081234567890123'])(
    '%s is none',
    (written) => {
      expect(normalisePhone(written)).toBeUndefined();
    },
  );

  it('in its kept form stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const kept = normalisePhone(text);
        if (kept !== undefined) expect(normalisePhone(kept)).toBe(kept);
      }),
    );
  });
});
