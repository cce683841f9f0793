import * as fc from 'fast-check';
import { emptyEdge, grow, leafHash, nodeCrypto } from '@rujukan/tlog';
import { anEntry, build, recordedAt, type BuiltLog } from '../../../libs/audit-verify/src/fixtures/a-log.js';

/** What somebody does, and how its entry gets to the log. */
interface Act {
  /** The first three number what they send; the last one is a place in the broker, which has numbers with holes. */
  readonly source: number;
  /** Which of its records the source writes; none when it only reads. */
  readonly record: number | null;
  /** After so many more acts the entry arrives, at the latest before the next batch. */
  readonly delay: number;
  /** Milliseconds after the act before. */
  readonly after: number;
  /** By how much the clock of the log is wrong just then, in milliseconds. */
  readonly jitter: number;
}

/** What happens between one head and the next. */
export interface Step {
  /** Milliseconds in which nothing happens. */
  readonly pause: number;
  readonly acts: readonly Act[];
  /** So many entries come at once. */
  readonly flood: number;
  /** Which witnesses answer. */
  readonly witnesses: readonly number[];
  /** Files are there and their head is not yet. */
  readonly isHeadLate: boolean;
  /** The head stays in the export when a newer one comes. */
  readonly isKept: boolean;
  readonly isExported: boolean;
  readonly isMonitorRestarted: boolean;
  /** Its memory was lost. */
  readonly isMonitorNew: boolean;
  /** Milliseconds from the head to the look at it. */
  readonly readAfter: number;
}

const often = fc.integer({ min: 0, max: 4 }).map((at) => at > 0);
const seldom = fc.integer({ min: 0, max: 4 }).map((at) => at === 0);
const upTo = (max: number) => fc.integer({ min: 0, max });

const anAct: fc.Arbitrary<Act> = fc.record({
  source: upTo(3),
  record: fc.option(upTo(3)),
  delay: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, upTo(12)),
  after: upTo(500),
  jitter: fc.integer({ min: -2_000, max: 2_000 }),
});

/**
 * How a log may grow without anybody being at fault. What was delayed comes within the minute that one waits for it, and
 * heads come within the two minutes after which a log counts as stalled.
 */
export const aCourse: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    pause: upTo(30_000),
    acts: fc.array(anAct, { maxLength: 12 }),
    flood: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, upTo(300)),
    witnesses: fc.oneof(
      { weight: 5, arbitrary: fc.subarray([0, 1, 2], { minLength: 2 }) },
      fc.subarray([0, 1, 2]),
    ),
    isHeadLate: seldom,
    isKept: often,
    isExported: seldom,
    isMonitorRestarted: often,
    isMonitorNew: seldom,
    readAfter: upTo(5_000),
  }),
  { minLength: 1, maxLength: 5 },
);

const { sha256 } = nodeCrypto;
const sources = ['intake', 'referral', 'victim-services', 'audit.entries/0'];

/** A log that takes what is sent to it, in the order in which it arrives. */
export class LogOfCourse {
  readonly #entries: Buffer[] = [];
  readonly #numbers = new Map<string, number>();
  #underway: { act: Act; sent: Readonly<Record<string, unknown>>; left: number }[] = [];
  #edge = emptyEdge;
  #log: BuiltLog = build([]);
  now = Date.parse(recordedAt(0));

  /** Lets a step happen. @returns the log so far. */
  take({ pause, acts, flood }: Step): BuiltLog {
    this.now += pause;
    this.#arrive(0);
    for (const act of acts) {
      this.now += act.after;
      this.#underway.push({ act, sent: this.#send(act), left: act.delay });
      this.#arrive(1);
    }
    for (let at = 0; at < flood; at += 1)
      this.#append({ ...quick, source: at % 3 }, this.#send({ ...quick, source: at % 3 }));
    const { entries, tiles } = this.#log;
    const fresh = this.#entries.slice(entries.length);
    const growth = grow(
      sha256,
      this.#edge,
      fresh.map((entry) => leafHash(sha256, entry)),
    );
    this.#edge = growth.edge;
    // Of a tile that became wider, the last one counts.
    this.#log = { entries: [...this.#entries], tiles: [...tiles, ...growth.tiles], root: growth.root };
    return this.#log;
  }

  /** Everything arrives that was under way long enough; with 0, everything. */
  #arrive(step: number): void {
    const arrived = this.#underway.filter(({ left }) => step === 0 || left === 0);
    this.#underway = this.#underway
      .filter((each) => !arrived.includes(each))
      .map((each) => ({ ...each, left: each.left - step }));
    for (const { act, sent } of arrived) this.#append(act, sent);
  }

  /** What the source says: its number, and the version of what it wrote. */
  #send({ source, record }: Act): Readonly<Record<string, unknown>> {
    const src = sources[source]!;
    const hole = src.includes('/') ? 3 : 1;
    const id = `00000000-0000-7000-8${source}00-00000000000${record ?? 0}`;
    const version = record === null ? {} : { version: this.#next(id, 1) };
    return {
      src,
      srcSeq: this.#next(src, hole),
      action: record === null ? 'R' : 'U',
      entity: [{ type: 'handoff', id, ...version }],
    };
  }

  #next(name: string, step: number): number {
    const number = (this.#numbers.get(name) ?? 0) + step;
    this.#numbers.set(name, number);
    return number;
  }

  #append({ jitter }: Act, sent: Readonly<Record<string, unknown>>): void {
    const recorded = new Date(this.now + jitter).toISOString();
    this.#entries.push(anEntry(this.#entries.length, { ...sent, recorded, occurred: recorded }));
  }
}

const quick: Act = { source: 0, record: null, delay: 0, after: 0, jitter: 0 };
