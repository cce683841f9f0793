import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { CanonicalScan } from './canonical-scan.js';

const scan = new CanonicalScan();
const isCanonical = (bytes: Uint8Array) => scan.fault(bytes, 0, bytes.length) === -1;

/** The slow way: read it and write it again. */
function isTheSameAgain(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return canonicalize(JSON.parse(text)) === text;
  } catch {
    // Not UTF-8, not JSON, or JSON that cannot be written: not canonical.
    return false;
  }
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/contract/vectors/jcs-rfc8785.json', import.meta.url), 'utf8'),
) as { pairs: { name: string; inputUtf8: string; outputHex: string }[] };

describe('canonical JSON, found out in one pass', () => {
  it.each(vectors.pairs.map((pair) => [pair.name, pair] as const))(
    'agrees with the published pair %s',
    (_, pair) => {
      expect(isCanonical(Buffer.from(pair.outputHex, 'hex'))).toBe(true);
      expect(isCanonical(Buffer.from(pair.inputUtf8))).toBe(false);
    },
  );

  it('accepts whatever is written canonically', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }), (value) => {
        const text = canonicalize(value)!;
        expect(isCanonical(Buffer.from(text))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same as reading and writing again, of anything that is nearly canonical', () => {
    const nearly = fc.tuple(
      fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }),
      fc.nat(),
      fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from(' "\\,:{}[]-+.eE019tfnu/\n'))),
      fc.constantFrom('put', 'replace', 'remove'),
    );
    fc.assert(
      fc.property(nearly, ([value, place, byte, how]) => {
        const bytes = [...Buffer.from(canonicalize(value)!)];
        const at = place % bytes.length;
        bytes.splice(at, how === 'put' ? 0 : 1, ...(how === 'remove' ? [] : [byte]));
        const changed = Buffer.from(bytes);
        expect([isCanonical(changed), changed.toString('hex')]).toEqual([
          isTheSameAgain(changed),
          changed.toString('hex'),
        ]);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    '',
    ' {}',
    '{} ',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a":1,}',
    '[1,]',
    '[1 ,2]',
    '{"a":01}',
    '-0',
    '1.0',
    '1e21',
    '1E+21',
    '+1',
    '.5',
    '"\\u0041"',
    '"\\/"',
    '"\\u000A"',
    '"\\u001F"',
    '"\\ud800"',
    '"\u0000"',
    'tru',
    'truee',
    'nul',
    'NaN',
    '"unfinished',
    '{"\u20ac":1,"\\r":2}',
    '['.repeat(40) + ']'.repeat(40),
  ])('refuses %j', (text) => {
    expect(isCanonical(Buffer.from(text))).toBe(false);
  });

  it.each([
    '{}',
    '[]',
    '0',
    '-1',
    '1e+21',
    '1e-7',
    '0.000001',
    '""',
    '"\\u001f\\n"',
    '{"":1,"a":[true,false,null]}',
  ])('accepts %j', (text) => {
    expect(isCanonical(Buffer.from(text))).toBe(true);
  });

  it('orders names as UTF-16 does, where bytes would order otherwise', () => {
    const text = canonicalize({ '\ufb33': 1, '\u{1f600}': 2, '\r': 3, a: 4 })!;
    expect(isCanonical(Buffer.from(text))).toBe(true);
    expect(isCanonical(Buffer.from('{"\ufb33":1,"\u{1f600}":2}'))).toBe(false);
  });

  it('refuses bytes that are not UTF-8, and says where a fault is', () => {
    expect(isCanonical(Buffer.from([0x22, 0xc0, 0x80, 0x22]))).toBe(false);
    expect(isCanonical(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBe(false);
    expect(scan.fault(Buffer.from('xx{"a":1, "b":2}'), 2, 16)).toBe(9);
  });
});
