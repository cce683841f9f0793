import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { hex } from './encoding.mjs';

const double = Buffer.alloc(8);
const fromBits = (bits) => {
  double.writeBigUInt64BE(bits);
  return double.readDoubleBE();
};

/** The published number file: fixed values, then 2,000 in a row, then a chain of SHA-256. */
function* numberLines({ staticIeeeHex }) {
  for (const digits of staticIeeeHex) yield BigInt(`0x${digits}`);
  for (let bits = 0x0010000000000000n, n = 0; n < 2_000; n += 1, bits += 1n) yield bits;
  for (let block = Buffer.alloc(32); ;) {
    block = createHash('sha256').update(block).digest();
    for (let at = 0; at < 32; at += 8) {
      const bits = block.readBigUInt64LE(at);
      const value = fromBits(bits);
      if (Number.isFinite(value) && value !== 0) yield bits;
    }
  }
}

/** Canonical JSON (RFC 8785): pairs, numbers, and the number file up to `mostLines` by its checksum. */
export function* canonical(vectors, _crypto, mostLines) {
  for (const { name, inputUtf8, outputHex } of vectors.pairs)
    yield [name, hex(Buffer.from(canonicalize(JSON.parse(inputUtf8)))) === outputHex];
  for (const { ieeeHex, expected } of vectors.numbers)
    yield [ieeeHex, canonicalize(fromBits(BigInt(`0x${ieeeHex}`))) === expected];
  for (const { lines, sha256 } of vectors.generatedFileChecksums.filter((file) => file.lines <= mostLines))
    yield [`${lines} numbers`, checksumOf(vectors, lines) === sha256];
}

function checksumOf(vectors, lines) {
  const hash = createHash('sha256');
  const source = numberLines(vectors);
  for (let n = 0; n < lines; n += 1) {
    const bits = source.next().value;
    hash.update(`${bits.toString(16)},${canonicalize(fromBits(bits))}\n`);
  }
  return hash.digest('hex');
}
