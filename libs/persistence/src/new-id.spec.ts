import { isNumber, newId, newNumber } from './new-id.js';

describe('an id', () => {
  it('is a UUIDv7 that sorts by the time of its making', () => {
    const [earlier, later] = [newId(new Date(1_000)), newId(new Date(2_000))];
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(earlier < later).toBe(true);
  });
});

describe('a number for the telephone', () => {
  it.each(['L', 'P', 'K', 'R'] as const)('begins with %s and passes its own check', (prefix) => {
    for (let i = 0; i < 500; i += 1) {
      const number = newNumber(prefix);
      expect(number.startsWith(`${prefix}-`)).toBe(true);
      expect(isNumber(number)).toBe(true);
    }
  });

  it('has only letters and digits that can be read out, the check character included', () => {
    for (let i = 0; i < 2_000; i += 1)
      expect(newNumber('K')).toMatch(/^K-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$/);
  });

  it('is different each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newNumber('K'))).size).toBe(1_000);
  });

  it('is refused with any one character misheard', () => {
    const number = newNumber('K');
    for (let at = 2; at < 10; at += 1)
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
        if (other !== number[at])
          expect(isNumber(number.slice(0, at) + other + number.slice(at + 1))).toBe(false);
  });

  it('is refused with two neighbours exchanged', () => {
    const number = newNumber('R');
    for (let at = 2; at < 9; at += 1) {
      const [a, b] = [number[at]!, number[at + 1]!];
      if (a !== b) expect(isNumber(number.slice(0, at) + b + a + number.slice(at + 2))).toBe(false);
    }
  });

  it.each([
    '',
    'K-1234567-0',
    'X-00000000-0',
    'K-0000000I-0',
    'K-00000000-',
    'k-00000000-0',
    'K-00000000-0\n',
  ])('is not %j', (text) => {
    expect(isNumber(text)).toBe(false);
  });

  it('has a known check character: 37 symbols, modulo 37', () => {
    expect(isNumber('K-00000000-0')).toBe(true);
    expect(isNumber('K-0000000Z-Z')).toBe(true);
    expect(isNumber('K-00000010-*')).toBe(true);
  });
});
