import { fromUtf8 } from '@rujukan/tlog';

const [quote, backslash, comma, colon, minus, zero] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x30] as const;
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d] as const;
const deepest = 32;

const literals = ['true', 'false', 'null'].map((word) => Buffer.from(word));
/** Letters after a backslash that stand for one character each. */
const shortEscapes = new Set([...Buffer.from('"\\bfnrt')]);
/** Control characters that have a short escape and so must not be written as \u00xx. */
const shortened = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);

/** 1 for the characters that stand for themselves in a string and are ASCII. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte <= 0x7f && byte !== quote && byte !== backslash ? 1 : 0,
);

/** Is told of each member of the outermost object: where name and value begin and end. */
export type MemberSeen = (nameAt: number, nameEnd: number, valueAt: number, valueEnd: number) => void;

/**
 * Whether bytes are canonical JSON (RFC 8785), found out in one pass and without building what they say: ten million
 * entries are to be read in a minute.
 */
export class CanonicalScan {
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #isAscii = true;

  constructor(private readonly seen: MemberSeen = () => undefined) {}

  /** @returns -1 when the bytes from `start` up to `end` are canonical, otherwise the place of the first fault. */
  fault(bytes: Uint8Array, start: number, end: number): number {
    this.#begin(bytes, start, end);
    if (!this.#value(0) || this.#at !== end) return this.#at;
    return this.#isAscii || fromUtf8(bytes.subarray(start, end)) !== null ? -1 : start;
  }

  #begin(bytes: Uint8Array, start: number, end: number): void {
    [this.#bytes, this.#at, this.#end, this.#isAscii] = [bytes, start, end, true];
  }

  #value(depth: number): boolean {
    if (depth > deepest || this.#at >= this.#end) return false;
    const byte: number = this.#bytes[this.#at]!;
    switch (byte) {
      case quote:
        return this.#string();
      case openBrace:
        return this.#object(depth);
      case openBracket:
        return this.#array(depth);
      case minus:
        return this.#number();
      default:
        return isDigit(byte) ? this.#number() : this.#literal();
    }
  }

  #object(depth: number): boolean {
    this.#at += 1;
    if (this.#take(closeBrace)) return true;
    let [before, beforeEnd] = [-1, -1];
    do {
      const nameAt = this.#at;
      if (this.#bytes[nameAt] !== quote || !this.#string()) return false;
      const nameEnd = this.#at;
      if (before >= 0 && !this.#isOrdered(before, beforeEnd, nameAt, nameEnd)) return this.#fail(nameAt);
      [before, beforeEnd] = [nameAt, nameEnd];
      if (!this.#take(colon) || !this.#value(depth + 1)) return false;
      if (depth === 0) this.seen(nameAt + 1, nameEnd - 1, nameEnd + 1, this.#at);
    } while (this.#take(comma));
    return this.#take(closeBrace);
  }

  #array(depth: number): boolean {
    this.#at += 1;
    if (this.#take(closeBracket)) return true;
    do if (!this.#value(depth + 1)) return false;
    while (this.#take(comma));
    return this.#take(closeBracket);
  }

  #string(): boolean {
    const bytes = this.#bytes;
    for (let at = this.#at + 1; ; at += 1) {
      while (isPlain[bytes[at]!] === 1) at += 1;
      if (at >= this.#end) return this.#fail(this.#end);
      const byte = bytes[at]!;
      if (byte === quote) {
        this.#at = at + 1;
        return true;
      }
      const length = byte === backslash ? this.#escape(at + 1) : 0;
      if (byte > 0x7f) this.#isAscii = false;
      else if (length === 0) return this.#fail(at);
      at += length;
    }
  }

  /** @returns the length of a canonical escape without its backslash; 0 when it is none. */
  #escape(at: number): number {
    const letter = this.#bytes[at]!;
    if (shortEscapes.has(letter)) return 1;
    const digits = String.fromCharCode(...this.#bytes.subarray(at, at + 5));
    const code = /^u00[01][0-9a-f]$/.test(digits) ? Number.parseInt(digits.slice(1), 16) : -1;
    return code < 0 || shortened.has(code) ? 0 : 5;
  }

  #number(): boolean {
    const start = this.#at;
    let at = start;
    let isWhole = this.#bytes[at] !== zero;
    for (; at < this.#end && isNumberByte(this.#bytes[at]!); at += 1) isWhole &&= isDigit(this.#bytes[at]!);
    // Whole numbers of so few digits are written in one way only.
    if (!isWhole || at - start > 15) {
      const text = String.fromCharCode(...this.#bytes.subarray(start, Math.min(at, start + 32)));
      if (String(Number(text)) !== text) return false;
    }
    this.#at = at;
    return true;
  }

  #literal(): boolean {
    const word = literals.find((each) => each.every((byte, at) => this.#bytes[this.#at + at] === byte));
    if (!word || this.#at + word.length > this.#end) return false;
    this.#at += word.length;
    return true;
  }

  /** Whether one name (with its quotes) comes before another, in the order of UTF-16. */
  #isOrdered(one: number, oneEnd: number, other: number, otherEnd: number): boolean {
    const bytes = this.#bytes;
    const length = Math.min(oneEnd - one, otherEnd - other) - 1;
    for (let at = 1; at < length; at += 1) {
      const [a, b] = [bytes[one + at]!, bytes[other + at]!];
      if (a > 0x7f || b > 0x7f || a === backslash || b === backslash)
        return this.#textAt(one, oneEnd) < this.#textAt(other, otherEnd);
      if (a !== b) return a < b;
    }
    return oneEnd - one < otherEnd - other;
  }

  #textAt(at: number, end: number): string {
    return JSON.parse(Buffer.from(this.#bytes.subarray(at, end)).toString('utf8')) as string;
  }

  #take(byte: number): boolean {
    if (this.#at >= this.#end || this.#bytes[this.#at] !== byte) return false;
    this.#at += 1;
    return true;
  }

  #fail(at: number): false {
    this.#at = at;
    return false;
  }
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Digits, sign, point and exponent. */
const isNumberByte = (byte: number): boolean =>
  isDigit(byte) || byte === 0x2b || byte === minus || byte === 0x2e || byte === 0x45 || byte === 0x65;
