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
  finish(size: bigint, root: Uint8Array): boolean {
    for (let level = 1; hashesAt(level, size) > 0n; level += 1) this.#climb(level, size);
    return this.#decideEdge(size, root);
  }

  /** The root that the tree had at an earlier size; `rest` are the hashes of its partial bundle. */
  rootAt(size: bigint, rest: Uint8Array): Uint8Array {
    const levels = this.#levels.map((hashes, level) => {
      if (level === 0) return rest;
      const end = Number(hashesAt(level, size));
      return hashes.slice(end - (end % tileWidth), end);
    });
    return rootOfEdge(this.sha256, { size, levels });
  }

  #climb(level: number, size: bigint): void {
    const below = this.#levels[level]!;
    const disputes = this.#open;
    this.#open = new Map();
    for (let index = 0n; widthIn(size, { level, index }) > 0; index += 1n) {
      const ref = { level, index, width: widthIn(size, { level, index }) };
      const first = Number(index) * tileWidth;
      const reckoned = below.slice(first, first + ref.width);
      const filed = this.folder.tile(ref);
      for (let at = 0; at < ref.width; at += 1) {
        const dispute = disputes.get(BigInt(first + at));
        if (dispute) this.#settle(dispute, { reckoned, filed, at });
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
    const believed = reckoned ?? filed ?? new Uint8Array(ref.width * hashBytes);
    this.#believe(ref, believed);
    if (!filed || equalBytes(believed, filed)) return;
    const dispute = { ref, reckoned: believed, filed };
    if (ref.width === tileWidth) this.#open.set(ref.index, dispute);
    else this.#edge.push(dispute);
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

  #blame({ ref, reckoned, filed }: Dispute, which: 'reckoned' | 'filed' | 'either'): void {
    const isFile = which === 'filed';
    for (let at = 0; at < ref.width; at += 1) {
      const [from, to] = [at * hashBytes, (at + 1) * hashBytes];
      if (equalBytes(reckoned.subarray(from, to), filed.subarray(from, to))) continue;
      const position = ref.index * BigInt(tileWidth) + BigInt(at);
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

/** The entry that a hash stands for, or the range of entries under a node. */
function placeOf({ level, ...ref }: Dispute['ref'], position: bigint): Pick<Finding, 'where' | 'details'> {
  const details = { tile: tilePath({ level, ...ref }) };
  if (level === 0) return { where: `entry ${position}`, details };
  const under = 1n << BigInt(8 * level);
  return { where: `entries ${position * under} to ${(position + 1n) * under - 1n}`, details };
}
