const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sixBits = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Standard base64 (RFC 4648, section 4), with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a! << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63]!);
    text += letters.slice(0, Math.min(3, bytes.length - at) + 1).join('');
  }
  return text.padEnd(Math.ceil(bytes.length / 3) * 4, '=');
}

/** The bytes of canonical base64; null for any other way of writing them: no padding, spaces, stray bits, url letters. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = fromInexactBase64(text);
  return bytes && toBase64(bytes) === text ? bytes : null;
}

/** The same, but the bits that stand in the last letter and in no byte may be anything. */
export function fromInexactBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const letters = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    const value = sixBits.get(letter);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  return bytes;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of bytes that are UTF-8 throughout; null otherwise. A byte order mark is a character like any other. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The one way in which decoding fails.
    return null;
  }
}

const greatestSize = 2n ** 64n - 1n;

/** A number from 0 to 2^64 - 1 in decimal digits without leading zeros; null for anything else. */
export function fromDecimal(text: string): bigint | null {
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text)) return null;
  const value = BigInt(text);
  return value <= greatestSize ? value : null;
}

/** 32 bytes of canonical base64: how every hash is written. */
export function fromHashLine(line: string): Uint8Array | null {
  const bytes = line.length === 44 ? fromBase64(line) : null;
  return bytes?.length === 32 ? bytes : null;
}
