import {
  equalBytes,
  hashBytes,
  hashesAt,
  rootOfTile,
  rootOfEdge,
  tilePath,
  tileWidth,
  widthIn,
  type Sha256,
  type TileRef,
} from '@rujukan/tlog';
import type { ExportFolder } from './export-folder.js';
import type { Finding, Findings } from './findings.js';
import { HashList } from './hash-list.js';

const tileBytes = tileWidth * hashBytes;

/** Two accounts of one tile: what follows from below, and what the file says. Which one is false is known further up. */
interface Dispute {
  readonly ref: TileRef & { readonly level: number };
  readonly reckoned: Uint8Array;
  readonly filed: Uint8Array;
}

/**
 * Builds the tree out of the entries' hashes and compares it with the tiles, level by level. Where the two disagree, the
 * level above says which one is false, and at the top the signed root does.
 */
export class TreeCheck {
  /** For each level, the hashes that are believed. */
  readonly #levels: HashList[] = [new HashList()];
  #open = new Map<bigint, Dispute>();
  /** Disputes on the right edge of each level, which no level above can decide. */
  readonly #edge: Dispute[] = [];
  /** The leaf hashes of the last, partial bundle. */
  #rest: Uint8Array = new Uint8Array(0);
  /** Hashes of the next level that nothing below tells, because neither entries nor tile could be read. */
  #unknown = new Set<bigint>();
  /** Tiles of leaves that turned out to be truer than the entries, by their index. */
  readonly #truer = new Map<bigint, Uint8Array>();
  /** Entries under a node that turned out to be another: which hashes they had, nothing tells. */
  readonly #lost: { readonly first: bigint; readonly end: bigint }[] = [];
  /** Part of the tree is told by no file at all. */
  #isCutShort = false;
  /** All entries give the signed root: whatever tile says otherwise is false, and so are those above that agree with it. */
  #entriesGiveRoot = false;

  constructor(
    private readonly sha256: Sha256,
    private readonly folder: ExportFolder,
    private readonly findings: Findings,
  ) {}

  /** Takes the leaf hashes of the next bundle; null when it could not be read, and the tile must do. */
  addLeaves(ref: TileRef, leaves: Uint8Array | null): void {
    this.#compare({ ...ref, level: 0 }, leaves);
  }

  /** Compares all levels above the leaves, and at last the root. @returns whether the root is the one that was signed. */
  finish(size: bigint, root: Uint8Array): 'signed' | 'differs' | 'unknown' {
    this.#entriesGiveRoot = equalBytes(this.#rootOfEntries(size), root);
    for (let level = 1; hashesAt(level, size) > 0n; level += 1) this.#climb(level, size);
    if (this.#decideEdge(size, root)) return 'signed';
    return this.#isCutShort ? 'unknown' : 'differs';
  }

  /**
   * The root that the tree had at an earlier size, by what is believed at the end; `rest` are the hashes of its partial
   * bundle as the entries give them. Null when nothing tells.
   */
  rootAt(size: bigint, rest: Uint8Array): Uint8Array | null {
    if (this.#lost.some(({ first, end }) => first < size && size < end)) return null;
    const truer = this.#truer.get(size / BigInt(tileWidth))?.subarray(0, rest.length);
    const levels = this.#levels.map((hashes, level) => {
      if (level === 0) return truer ?? rest;
      const end = Number(hashesAt(level, size));
      return hashes.slice(end - (end % tileWidth), end);
    });
    return rootOfEdge(this.sha256, { size, levels });
  }

  /** The root before any tile above the leaves was looked at. */
  #rootOfEntries(size: bigint): Uint8Array {
    const levels = [this.#rest];
    let hashes = this.#level(1).slice(0, Number(hashesAt(1, size)));
    for (let level = 1; hashesAt(level, size) > 0n; level += 1) {
      const full = hashes.length - (hashes.length % tileBytes);
      levels.push(hashes.subarray(full));
      const above = new Uint8Array((full / tileBytes) * hashBytes);
      for (let at = 0; at < full; at += tileBytes)
        above.set(rootOfTile(this.sha256, hashes.subarray(at, at + tileBytes)), at / tileWidth);
      hashes = above;
    }
    return rootOfEdge(this.sha256, { size, levels });
  }

  #climb(level: number, size: bigint): void {
    const below = this.#levels[level]!;
    const [disputes, unknown] = [this.#open, this.#unknown];
    this.#open = new Map();
    this.#unknown = new Set();
    for (let index = 0n; widthIn(size, { level, index }) > 0; index += 1n) {
      const ref = { level, index, width: widthIn(size, { level, index }) };
      const first = Number(index) * tileWidth;
      const reckoned = below.slice(first, first + ref.width);
      const filed = this.folder.tile(ref);
      for (let at = 0; at < ref.width; at += 1) {
        const dispute = disputes.get(BigInt(first + at));
        if (dispute) this.#settle(dispute, { reckoned, filed, at });
        if (!unknown.has(BigInt(first + at))) continue;
        if (filed) reckoned.set(filed.subarray(at * hashBytes, (at + 1) * hashBytes), at * hashBytes);
        else this.#leaveUnknown(ref);
      }
      below.replace(first, reckoned);
      this.#compare(ref, reckoned, filed);
    }
  }

  /** Lets the level above say which account of a tile below is the true one. */
  #settle(
    dispute: Dispute,
    above: { readonly reckoned: Uint8Array; readonly filed: Uint8Array | null; readonly at: number },
  ): void {
    if (this.#entriesGiveRoot) {
      this.#blame(dispute, 'filed');
      return;
    }
    const place = above.at * hashBytes;
    const said = above.filed?.subarray(place, place + hashBytes);
    const ofFile = rootOfTile(this.sha256, dispute.filed);
    if (said && equalBytes(said, ofFile)) {
      above.reckoned.set(ofFile, place);
      this.#blame(dispute, 'reckoned');
    } else if (said && equalBytes(said, above.reckoned.subarray(place, place + hashBytes)))
      this.#blame(dispute, 'filed');
    else this.#blame(dispute, 'either');
  }

  #compare(
    ref: TileRef & { readonly level: number },
    reckoned: Uint8Array | null,
    filed: Uint8Array | null = this.folder.tile(ref),
  ): void {
    if (!filed) this.findings.add({ kind: 'file-missing', where: tilePath(ref) });
    if (!reckoned && !filed) this.#leaveUnknown(ref);
    const believed = reckoned ?? filed ?? new Uint8Array(ref.width * hashBytes);
    this.#believe(ref, believed);
    if (!filed || equalBytes(believed, filed)) return;
    const dispute = { ref, reckoned: believed, filed };
    if (ref.width === tileWidth) this.#open.set(ref.index, dispute);
    else this.#edge.push(dispute);
  }

  #leaveUnknown({ index, width }: TileRef): void {
    if (width === tileWidth) this.#unknown.add(index);
    else this.#isCutShort = true;
  }

  #believe({ level, width }: Dispute['ref'], hashes: Uint8Array): void {
    if (width === tileWidth) this.#level(level + 1).push(rootOfTile(this.sha256, hashes));
    else if (level === 0) this.#rest = hashes;
  }

  #level(level: number): HashList {
    while (this.#levels.length <= level) this.#levels.push(new HashList());
    return this.#levels[level]!;
  }

  /** Tries both accounts of each tile on the edge until the signed root comes out. */
  #decideEdge(size: bigint, root: Uint8Array): boolean {
    for (let choice = 0; choice < 2 ** this.#edge.length; choice += 1) {
      const filed = this.#edge.filter((_, at) => (choice >> at) % 2 === 1);
      if (!equalBytes(this.#rootWith(size, filed), root)) continue;
      for (const dispute of this.#edge) this.#blame(dispute, filed.includes(dispute) ? 'reckoned' : 'filed');
      for (const dispute of this.#open.values()) this.#blame(dispute, 'filed');
      return true;
    }
    for (const dispute of [...this.#edge, ...this.#open.values()]) this.#blame(dispute, 'either');
    return false;
  }

  #rootWith(size: bigint, filed: readonly Dispute[]): Uint8Array {
    const levels = this.#levels.map((hashes, level) => {
      const instead = filed.find((dispute) => dispute.ref.level === level);
      if (instead) return instead.filed;
      if (level === 0) return this.#rest;
      const end = Number(hashesAt(level, size));
      return hashes.slice(end - (end % tileWidth), end);
    });
    return rootOfEdge(this.sha256, { size, levels });
  }

  /** From here on the file is believed. */
  #correct({ ref, filed }: Dispute): void {
    if (ref.level > 0) this.#level(ref.level).replace(Number(ref.index) * tileWidth, filed);
    else this.#truer.set(ref.index, filed);
  }

  #blame(dispute: Dispute, which: 'reckoned' | 'filed' | 'either'): void {
    const { ref, reckoned, filed } = dispute;
    const isFile = which === 'filed';
    if (which === 'reckoned') this.#correct(dispute);
    for (let at = 0; at < ref.width; at += 1) {
      const [from, to] = [at * hashBytes, (at + 1) * hashBytes];
      if (equalBytes(reckoned.subarray(from, to), filed.subarray(from, to))) continue;
      const position = ref.index * BigInt(tileWidth) + BigInt(at);
      if (which === 'reckoned' && ref.level > 0) this.#lost.push(entriesUnder(ref.level, position));
      this.findings.add(
        isFile
          ? { kind: 'tile-changed', where: tilePath(ref), details: { hash: at } }
          : {
              kind: which === 'reckoned' ? 'entry-changed' : 'entry-or-tile-changed',
              ...placeOf(ref, position),
            },
      );
    }
  }
}

const entriesUnder = (level: number, position: bigint): { first: bigint; end: bigint } => {
  const under = 1n << BigInt(8 * level);
  return { first: position * under, end: (position + 1n) * under };
};

/** The entry that a hash stands for, or the range of entries under a node. */
function placeOf({ level, ...ref }: Dispute['ref'], position: bigint): Pick<Finding, 'where' | 'details'> {
  const details = { tile: tilePath({ level, ...ref }) };
  if (level === 0) return { where: `entry ${position}`, details };
  const { first, end } = entriesUnder(level, position);
  return { where: `entries ${first} to ${end - 1n}`, details };
}
