import { concatBytes } from './bytes.js';
import type { Sha256 } from './crypto.js';
import { hashBytes, rootOf, rootOfTile } from './merkle.js';
import { hashesAt, tileWidth, type Tile, type TileRef } from './tiles.js';
import { readTiles, type TileReader } from './tile-reader.js';

/**
 * The right edge of a log: for each level, the hashes of its partial tile, one after another (none where the last tile
 * is full). Enough to append, and to know the root.
 */
export interface Edge {
  readonly size: bigint;
  readonly levels: readonly Uint8Array[];
}

export const emptyEdge: Edge = { size: 0n, levels: [] };

export interface Growth {
  readonly edge: Edge;
  readonly root: Uint8Array;
  /** Tiles that are new or wider than before, in their widest form. */
  readonly tiles: readonly Tile[];
}

/** Appends leaf hashes to a log. What is to be stored is in `tiles`; the edge goes into the next call. */
export function grow(sha256: Sha256, edge: Edge, leafHashes: readonly Uint8Array[]): Growth {
  const tiles: Tile[] = [];
  const levels = [...edge.levels];
  let fresh = leafHashes;
  for (let level = 0; fresh.length > 0; level += 1) {
    const pending = [...hashesOf(levels[level] ?? new Uint8Array(0)), ...fresh];
    let index = hashesAt(level, edge.size) / BigInt(tileWidth);
    const above: Uint8Array[] = [];
    for (let at = 0; at < pending.length; at += tileWidth, index += 1n) {
      const hashes = pending.slice(at, at + tileWidth);
      const tile = concatBytes(...hashes);
      tiles.push({ level, index, width: hashes.length, hashes: tile });
      if (hashes.length === tileWidth) above.push(rootOfTile(sha256, tile));
    }
    const full = pending.length - (pending.length % tileWidth);
    levels[level] = concatBytes(...pending.slice(full));
    fresh = above;
  }
  const grown = { size: edge.size + BigInt(leafHashes.length), levels };
  return { edge: grown, root: rootOfEdge(sha256, grown), tiles };
}

export function rootOfEdge(sha256: Sha256, { levels }: Edge): Uint8Array {
  let right: Uint8Array[] = [];
  for (const hashes of levels) {
    const row = [...hashesOf(hashes), ...right];
    right = row.length === 0 ? [] : [rootOf(sha256, row)];
  }
  return rootOf(sha256, right);
}

/** The edge of the tree of `size` leaves, out of its tiles. */
export async function edgeAt(size: bigint, reader: TileReader): Promise<Edge> {
  const partial = edgeTiles(size);
  const found = await readTiles(
    reader,
    partial.filter((tile) => tile.width > 0),
  );
  return { size, levels: partial.map((tile) => (tile.width === 0 ? new Uint8Array(0) : found(tile))) };
}

/** The last tile of each level where it is partial; of width 0 where the last one is full. */
function edgeTiles(size: bigint): TileRef[] {
  const tiles: TileRef[] = [];
  for (let level = 0; hashesAt(level, size) > 0n; level += 1) {
    const hashes = hashesAt(level, size);
    const [index, width] = [hashes / BigInt(tileWidth), Number(hashes % BigInt(tileWidth))];
    tiles.push({ level, index, width });
  }
  return tiles;
}

/** The hashes of a tile, each by itself. */
export const hashesOf = (tile: Uint8Array): Uint8Array[] =>
  Array.from({ length: tile.length / hashBytes }, (_, at) =>
    tile.subarray(at * hashBytes, (at + 1) * hashBytes),
  );
