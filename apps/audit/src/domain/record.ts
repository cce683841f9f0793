import { done, refuse, type Outcome } from '@rujukan/kernel';
import { maxEntryBytes, type MalformedReason, type SourcePart } from './entry.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const loneSurrogate = /\p{Surrogate}/u;

/** Deeper than any entry; without it, a record of brackets alone would exhaust the stack. */
const deepest = 16;

/** Members that only the log may write. */
const reserved = ['src', 'srcSeq', 'recorded'] as const;

/**
 * Reads the source's part out of a record. Members it does not know are kept: a newer source may say more.
 *
 * The record must be exact, that is, JSON without white space whose meaning survives being written again. Bytes
 * that two readers could understand differently (a name twice, a number beyond 2^53, half a surrogate pair) are not.
 */
export function readRecord(record: Buffer): Outcome<SourcePart, MalformedReason> {
  if (record.length > maxEntryBytes) return refuse('too-large');
  const text = decoded(record);
  if (text === undefined) return refuse('not-utf8');
  const value = parsed(text);
  if (value === undefined) return refuse('not-json');
  if (!isExact(value) || JSON.stringify(value) !== text) return refuse('not-exact');
  return isSourcePart(value) ? done(value) : refuse('unknown-shape');
}

function decoded(record: Buffer): string | undefined {
  try {
    return utf8.decode(record);
  } catch {
    return undefined; // the decoder's only complaint is bytes that are not UTF-8
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the parser's only complaint is text that is not JSON
  }
}

/** No fraction, no number beyond 2^53, no lone surrogate: every reader of the bytes sees the same value. */
function isExact(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value === 'string') return !loneSurrogate.test(value);
  if (value === null || typeof value !== 'object') return true;
  return (
    depth < deepest && Object.entries(value).every((member) => member.every((one) => isExact(one, depth + 1)))
  );
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 200 && !value.includes('\u0000');

const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

const isOneOf = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'string' && names.includes(value);

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && instant.test(value) && writtenAgain(Date.parse(value)) === value;

/** The same instant as text, so that a 31st of February is noticed. */
const writtenAgain = (ms: number): string => (Number.isNaN(ms) ? '' : new Date(ms).toISOString());

const isActor = (value: unknown): boolean =>
  isObject(value) && isName(value['sub']) && (value['org'] === undefined || isUuid(value['org']));

const isEntities = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => isObject(one) && isName(one['type']) && isName(one['id']));

const isSubjects = (value: unknown): boolean => Array.isArray(value) && value.every(isUuid);

function isSourcePart(value: unknown): value is SourcePart {
  return isObject(value) && isNamed(value) && isAct(value) && isConcern(value);
}

const isNamed = (entry: Members): boolean =>
  entry['v'] === 1 &&
  isUuid(entry['id']) &&
  isInstant(entry['occurred']) &&
  !reserved.some((name) => name in entry);

const isAct = (entry: Members): boolean =>
  isName(entry['type']) &&
  isOneOf(entry['action'], 'C', 'R', 'U', 'D', 'E') &&
  isOneOf(entry['outcome'], 'success', 'denied', 'failed') &&
  (entry['purpose'] === undefined || isName(entry['purpose']));

const isConcern = (entry: Members): boolean =>
  isActor(entry['actor']) && isEntities(entry['entity']) && isSubjects(entry['subject']);
