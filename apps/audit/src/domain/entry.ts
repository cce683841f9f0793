import { hash } from 'node:crypto';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { canonicalText } from './canonical.js';
import { derivedId } from './derived-id.js';

/** Longest entry in canonical bytes: entries name things and carry no content. */
export const maxEntryBytes = 32 * 1024;

/** What the log needs to know of an entry to find it again; the source may send more, and all of it is kept. */
export interface SourcePart {
  readonly id: string;
  readonly occurred: string;
  readonly type: string;
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly outcome: 'success' | 'denied' | 'failed';
  readonly purpose?: string;
  readonly actor: { readonly sub: string; readonly org?: string };
  readonly entity: readonly { readonly type: string; readonly id: string }[];
  readonly subject: readonly string[];
}

/** The number under which a source handed the record over: contiguous from 1. */
export interface SourceNumber {
  readonly src: string;
  readonly srcSeq: number;
}

/** An entry in its final bytes: never written again in another form. */
export interface Entry extends SourceNumber {
  readonly part: SourcePart;
  readonly recorded: Date;
  /** RFC 8785 (JCS). What is hashed, and what a proof is about. */
  readonly bytes: Buffer;
  /** SHA-256 of the record as it came, so that the source can prove later what it sent. */
  readonly recordHash: Buffer;
}

export type MalformedReason = 'too-large' | 'not-utf8' | 'not-json' | 'not-exact' | 'unknown-shape';

/** A record at the door of the log: its bytes, the number it carries, and when it came. */
export interface Arrival {
  readonly record: Buffer;
  readonly number: SourceNumber;
  readonly recorded: Date;
}

/**
 * Adds what only the log knows and writes the canonical bytes, once.
 *
 * @returns `too-large` when the result would pass {@link maxEntryBytes}.
 */
export function complete(
  part: SourcePart,
  { number, recorded, record }: Arrival,
): Outcome<Entry, 'too-large'> {
  const whole = { ...part, src: number.src, srcSeq: number.srcSeq, recorded: recorded.toISOString() };
  const bytes = Buffer.from(canonicalText(whole));
  if (bytes.length > maxEntryBytes) return refuse('too-large');
  return done({ ...number, part, recorded, bytes, recordHash: sha256(record) });
}

/**
 * The entry that stands for a record which is none: nothing is refused at the door of the log.
 * It names the record by its hash; its id follows from source, number and hash, so that a second delivery is known.
 *
 * @param salt 16 random bytes, hex.
 */
export function malformed(
  reason: MalformedReason,
  { number, recorded, record }: Arrival,
  salt: string,
): Entry {
  const recordHash = sha256(record);
  const id = derivedId(`${number.src}/${number.srcSeq}/${recordHash.toString('hex')}`);
  const part = {
    v: 1,
    id,
    salt,
    occurred: recorded.toISOString(),
    type: 'malformed',
    action: 'C',
    outcome: 'failed',
    reason,
    purpose: 'operations',
    actor: { sub: 'system:audit', roles: [], client: 'audit', kind: 'service' },
    entity: [{ type: 'record', id }],
    subject: [],
    recordHash: recordHash.toString('hex'),
    recordLength: record.length,
  } as const;
  const whole = { ...part, src: number.src, srcSeq: number.srcSeq, recorded: recorded.toISOString() };
  return { ...number, part, recorded, bytes: Buffer.from(canonicalText(whole)), recordHash };
}

export const sha256 = (bytes: Buffer | string): Buffer => hash('sha256', bytes, 'buffer');
