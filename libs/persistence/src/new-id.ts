import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

/** UUIDv7 (RFC 9562): opaque, in order of time. Ids are public names, never secrets. */
export const newId = (now: Date): string => uuidv7({ msecs: now.getTime() });

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkAlphabet = `${alphabet}*~$=U`;

/**
 * A number that people read out on the telephone, `K-7Q4M2X9A-H`: eight random Crockford base32 characters and
 * a check character modulo 37. No year, no sequence, no district: it tells nothing about the child.
 */
export function newNumber(prefix: 'L' | 'P' | 'K' | 'R'): string {
  let body: string;
  // Five of the 37 check characters, `*~$=U`, are hard to say or to tell apart from V: such a number is drawn again.
  do body = Array.from({ length: 8 }, () => alphabet[randomInt(32)]!).join('');
  while (!alphabet.includes(checkCharacter(body)));
  return `${prefix}-${body}-${checkCharacter(body)}`;
}

/**
 * True when the check character fits, so that a misheard digit is caught before a search. All 37 are known here:
 * the check is Crockford's, whoever gave the number.
 */
export const isNumber = (text: string): boolean =>
  /^[LPKR]-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z*~$=U]$/.test(text) &&
  checkCharacter(text.slice(2, 10)) === text[11];

const checkCharacter = (body: string): string =>
  checkAlphabet[
    Array.from(body).reduce((rest, character) => (rest * 32 + alphabet.indexOf(character)) % 37, 0)
  ]!;
