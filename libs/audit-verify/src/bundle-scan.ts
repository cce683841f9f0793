import {
  equalBytes,
  hashBytes,
  leafHash,
  tilePath,
  tileWidth,
  type Sha256,
  type TileRef,
} from '@rujukan/tlog';
import type { DisclosurePairs } from './disclosure-pairs.js';
import { EntryReader, type EntryFacts } from './entry-reader.js';
import type { ExportFolder } from './export-folder.js';
import type { Findings } from './findings.js';
import type { RecordVersions } from './record-versions.js';
import type { SourceNumbers } from './source-numbers.js';

/** A sequencer's clock may be set right by so much, in milliseconds, before one calls it turned back. */
const clockTolerance = 5_000;

/** Longest entry in bytes: docs/audit-export.md. */
const longestEntry = 32 * 1024;

interface Watched {
  readonly sources: SourceNumbers;
  /** Absent where only new entries are read: versions need all of them. */
  readonly versions?: RecordVersions;
  /** Absent for the same reason. */
  readonly disclosures?: DisclosurePairs;
  /** The latest time of recording before the entries that are read. */
  readonly latest?: number;
}

/** Reads bundles one after another: hashes every entry and looks at what it says. */
export class BundleScan {
  readonly #reader = new EntryReader();
  readonly #offsets = new Int32Array(tileWidth + 1);
  /** The latest time of recording that has been seen. */
  latest: number;
  /** Every bundle could be read. */
  isWhole = true;

  constructor(
    private readonly sha256: Sha256,
    private readonly folder: ExportFolder,
    private readonly findings: Findings,
    private readonly watched: Watched,
  ) {
    this.latest = watched.latest ?? 0;
  }

  /**
   * The leaf hashes of a bundle, one after another; null when it cannot be read, which is noted.
   *
   * @param from entries before this one (in the bundle) are hashed and not looked at.
   */
  leaves(ref: TileRef, from = 0): Uint8Array | null {
    const leaves = this.#read(ref, from);
    this.isWhole &&= leaves !== null;
    return leaves;
  }

  #read(ref: TileRef, from: number): Uint8Array | null {
    const where = tilePath(ref);
    const bytes = this.folder.bundle(ref);
    if (!bytes) {
      this.findings.add({ kind: 'file-missing', where });
      return null;
    }
    const count = this.#locate(bytes);
    if (count < ref.width) {
      const details = { entries: Math.max(count, 0), ...this.#firstWrong(ref, bytes, count) };
      this.findings.add({ kind: 'bundle-malformed', where, details });
      return null;
    }
    const leaves = new Uint8Array(ref.width * hashBytes);
    for (let at = 0; at < ref.width; at += 1) {
      const [start, end] = [this.#offsets[at]! + 2, this.#offsets[at + 1]!];
      if (at >= from) this.#look(bytes, start, end, ref.index * BigInt(tileWidth) + BigInt(at));
      // The low byte of the length has done its work; in its place the mark of a leaf spares a copy of the entry.
      bytes[start - 1] = 0;
      leaves.set(this.sha256(bytes.subarray(start - 1, end)), at * hashBytes);
    }
    return leaves;
  }

  /** Where the entries of a bundle that has too few leave what its tile says: there one was taken out. */
  #firstWrong(ref: TileRef, bytes: Uint8Array, count: number): { firstWrong?: string } {
    const tile = this.folder.tile({ ...ref, level: 0 });
    if (!tile || count < 0) return {};
    const hashOf = (at: number) =>
      leafHash(this.sha256, bytes.subarray(this.#offsets[at]! + 2, this.#offsets[at + 1]));
    let at = 0;
    while (at < count && equalBytes(hashOf(at), tile.subarray(at * hashBytes, (at + 1) * hashBytes))) at += 1;
    return { firstWrong: `entry ${ref.index * BigInt(tileWidth) + BigInt(at)}` };
  }

  /** Finds where each entry begins. @returns how many there are; -1 when the last one is cut short or there are too many. */
  #locate(bytes: Uint8Array): number {
    let [at, count] = [0, 0];
    while (at < bytes.length) {
      if (count === tileWidth || at + 2 > bytes.length) return -1;
      this.#offsets[count++] = at;
      at += 2 + bytes[at]! * 256 + bytes[at + 1]!;
    }
    this.#offsets[count] = at;
    return at === bytes.length ? count : -1;
  }

  #look(bytes: Buffer, start: number, end: number, index: bigint): void {
    const where = `entry ${index}`;
    if (end - start > longestEntry)
      this.findings.add({ kind: 'entry-unknown', where, details: { bytes: end - start } });
    const facts = this.#reader.read(bytes, start, end);
    if ('kind' in facts) {
      const { kind, ...details } = facts;
      this.findings.add({ kind, where, details });
      return;
    }
    this.#number(facts, where);
    if (facts.recorded < this.latest - clockTolerance) {
      const details = { recorded: iso(facts.recorded), after: iso(this.latest) };
      this.findings.add({ kind: 'clock-back', where, details });
    } else if (facts.recorded > this.latest) this.latest = facts.recorded;
  }

  #number({ source, number, recorded, written, disclosed }: EntryFacts, where: string): void {
    if (!this.watched.sources.take(source, number, recorded))
      this.findings.add({ kind: 'source-reused', where, details: { source, number } });
    for (const { type, id, version } of written)
      this.watched.versions?.take({ source, type, id }, version, recorded);
    if (disclosed) this.watched.disclosures?.take(disclosed, recorded);
  }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
