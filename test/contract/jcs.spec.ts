import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';

interface Vectors {
  readonly pairs: readonly {
    readonly name: string;
    readonly inputUtf8: string;
    readonly outputHex: string;
  }[];
  readonly numbers: readonly { readonly ieeeHex: string; readonly expected: string }[];
  readonly staticIeeeHex: readonly string[];
  readonly generatedFileChecksums: readonly { readonly lines: number; readonly sha256: string }[];
}

const vectors = JSON.parse(
  readFileSync(new URL('vectors/jcs-rfc8785.json', import.meta.url), 'utf8'),
) as Vectors;

const double = Buffer.alloc(8);
const fromHex = (hex: string): number => {
  double.write(hex.padStart(16, '0'), 'hex');
  return double.readDoubleBE();
};

/** The published number file: fixed values, then 2,000 in a row, then a chain of SHA-256. */
function* numberLines(): Generator<string> {
  for (const hex of vectors.staticIeeeHex) yield BigInt(`0x${hex}`).toString(16);
  for (let bits = 0x0010000000000000n, n = 0; n < 2_000; n += 1, bits += 1n) yield bits.toString(16);
  for (let block = Buffer.alloc(32); ;) {
    block = createHash('sha256').update(block).digest();
    for (let at = 0; at < 32; at += 8) {
      const bits = block.readBigUInt64LE(at);
      double.writeBigUInt64BE(bits);
      const value = double.readDoubleBE();
      if (Number.isFinite(value) && value !== 0) yield bits.toString(16);
    }
  }
}

describe('canonical JSON (RFC 8785), in which audit entries are written', () => {
  it.each(vectors.pairs.map((pair) => [pair.name, pair] as const))(
    'writes the published pair "%s"',
    (_, pair) => {
      const bytes = Buffer.from(canonicalize(JSON.parse(pair.inputUtf8))!);
      expect(bytes.toString('hex')).toBe(pair.outputHex);
    },
  );

  it.each(vectors.numbers.map(({ ieeeHex, expected }) => [ieeeHex, expected]))(
    'writes %s as %s',
    (hex, expected) => {
      expect(canonicalize(fromHex(hex))).toBe(expected);
    },
  );

  it('writes ten thousand published numbers to the same checksum', () => {
    for (const { lines, sha256 } of vectors.generatedFileChecksums.filter((file) => file.lines <= 10_000)) {
      const hash = createHash('sha256');
      const source = numberLines();
      for (let n = 0; n < lines; n += 1) {
        const hex = source.next().value as string;
        hash.update(`${hex},${canonicalize(fromHex(hex))!}\n`);
      }
      expect(hash.digest('hex')).toBe(sha256);
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', 1n])(
    'refuses %p, which JSON cannot hold',
    (value) => {
      expect(() => canonicalize({ value })).toThrow();
    },
  );
});
