import { CanonicalScan } from './canonical-scan.js';
import type { DisclosureHalf, DisclosureSide } from './disclosure-pairs.js';

/** What a verifier looks at in an entry. Its other members are hashed and otherwise left alone. */
export interface EntryFacts {
  readonly source: string;
  readonly number: number;
  /** When the log took it, in milliseconds since 1970. */
  readonly recorded: number;
  /** Records that a successful write names, each with its version if it has one. */
  readonly written: readonly {
    readonly type: string;
    readonly id: string;
    readonly version: number | null;
  }[];
  /** Absent where nothing passed from one agency to another. */
  readonly disclosed?: DisclosureHalf;
}

export type EntryFault =
  | { readonly kind: 'entry-not-canonical'; readonly byte: number }
  | { readonly kind: 'entry-unknown'; readonly member: string };

const members = [
  'v',
  'src',
  'type',
  'action',
  'entity',
  'srcSeq',
  'outcome',
  'recorded',
  'disclosure',
] as const;
type Member = (typeof members)[number];

const names = members.map((name) => Buffer.from(name));
const placeOf = Object.fromEntries(members.map((name, at) => [name, 2 * at])) as Record<Member, number>;
const [zero, nine] = [0x30, 0x39];

/** Reads one entry after another; keeps nothing of them but the last time, which many entries share. */
export class EntryReader {
  #bytes: Buffer = Buffer.alloc(0);
  /** For each member where its value begins and ends; 0 and 0 when it is not there. */
  readonly #places = new Int32Array(2 * members.length);
  readonly #sources = new Map<string, string | undefined>();
  #time = { text: '', at: Number.NaN };
  readonly #scan = new CanonicalScan((nameAt, nameEnd, valueAt, valueEnd) => {
    const member = this.#memberAt(nameAt, nameEnd);
    if (member < 0) return;
    this.#places[2 * member] = valueAt;
    this.#places[2 * member + 1] = valueEnd;
  });

  /** Reads the entry from `start` up to `end`. */
  read(bytes: Buffer, start: number, end: number): EntryFacts | EntryFault {
    this.#bytes = bytes;
    this.#places.fill(0);
    const fault = this.#scan.fault(bytes, start, end);
    if (fault >= 0) return { kind: 'entry-not-canonical', byte: fault - start };
    const [source, number, recorded] = [this.#source(), this.#number(), this.#recorded()];
    if (this.#textOf('v') !== '1') return { kind: 'entry-unknown', member: 'v' };
    if (source === undefined) return { kind: 'entry-unknown', member: 'src' };
    if (number === 0) return { kind: 'entry-unknown', member: 'srcSeq' };
    if (Number.isNaN(recorded)) return { kind: 'entry-unknown', member: 'recorded' };
    const disclosed = this.#disclosed(source);
    return { source, number, recorded, written: this.#written(), ...(disclosed ? { disclosed } : {}) };
  }

  #memberAt(at: number, end: number): number {
    for (let member = 0; member < names.length; member += 1) {
      const name = names[member]!;
      let same = 0;
      if (name.length === end - at)
        while (same < name.length && name[same] === this.#bytes[at + same]) same += 1;
      if (same === name.length) return member;
    }
    return -1;
  }

  #textOf(member: Member): string {
    const place = placeOf[member];
    return this.#bytes.toString('latin1', this.#places[place], this.#places[place + 1]);
  }

  #source(): string | undefined {
    const text = this.#textOf('src');
    if (!this.#sources.has(text)) this.#sources.set(text, /^"([\x20-\x7e]{1,128})"$/.exec(text)?.[1]);
    return this.#sources.get(text);
  }

  /** From 1, with 15 digits at most; 0 when it is no such number. */
  #number(): number {
    const [from, to] = [this.#places[placeOf.srcSeq]!, this.#places[placeOf.srcSeq + 1]!];
    let number = to - from > 15 ? Number.NaN : 0;
    for (let at = from; at < to; at += 1) {
      const byte = this.#bytes[at]!;
      number = byte < zero || byte > nine ? Number.NaN : number * 10 + byte - zero;
    }
    return Number.isNaN(number) ? 0 : number;
  }

  #recorded(): number {
    const text = this.#textOf('recorded');
    if (text !== this.#time.text) {
      const time = /^"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"$/.exec(text)?.[1];
      this.#time = { text, at: time === undefined ? Number.NaN : Date.parse(time) };
    }
    return this.#time.at;
  }

  #written(): EntryFacts['written'] {
    const isWrite = /^"[CUD]"$/.test(this.#textOf('action'));
    if (!isWrite || this.#textOf('outcome') !== '"success"') return nothing;
    const place = placeOf.entity;
    const text = this.#bytes.toString('utf8', this.#places[place], this.#places[place + 1]);
    const entities = JSON.parse(text || '[]') as unknown;
    return Array.isArray(entities) ? entities.filter(isReference).map(toWritten) : nothing;
  }

  #disclosed(source: string): DisclosureHalf | undefined {
    const text = this.#textOf('disclosure');
    if (text === '' || this.#textOf('outcome') !== '"success"') return undefined;
    const side = sideOf(source, this.#textOf('type'));
    const disclosure = JSON.parse(text) as { readonly receiptId?: unknown } | null;
    const id = disclosure?.receiptId;
    return side !== undefined && typeof id === 'string' ? { side, id } : undefined;
  }
}

/** Referral holds what the giver agreed to; the services that hold the records say that they were opened. */
function sideOf(source: string, type: string): DisclosureSide | undefined {
  if (source === 'referral') return type === '"handoff.accept"' ? 'decision' : undefined;
  return type === '"access.grant"' || type === '"custody.move"' ? 'receipt' : undefined;
}

const nothing: EntryFacts['written'] = [];

interface Reference {
  readonly type: string;
  readonly id: string;
  readonly version?: unknown;
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Reference).type === 'string' &&
  typeof (value as Reference).id === 'string';

const toWritten = ({ type, id, version }: Reference) => ({
  type,
  id,
  version: Number.isSafeInteger(version) && (version as number) > 0 ? (version as number) : null,
});
