import type { Sha256 } from './crypto.js';
import { rootOf, nodeHash, type Subtree } from './merkle.js';
import { hashesOf } from './growth.js';
import { readTiles, type TileReader } from './tile-reader.js';
import { tileWidth, widthIn, type TileRef } from './tiles.js';

/** A perfect subtree: `index`-th of those with 2^height leaves. */
interface Node {
  readonly height: number;
  readonly index: bigint;
}

/**
 * The proof that the leaf `index` stands in the tree of `size` leaves, out of its tiles (RFC 6962, section 2.1.1).
 *
 * @throws RangeError when it does not.
 */
export async function inclusionProof(
  sha256: Sha256,
  { index, size }: { readonly index: bigint; readonly size: bigint },
  reader: TileReader,
): Promise<Uint8Array[]> {
  if (index < 0n || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Subtree[] = [];
  let [start, end] = [0n, size];
  while (end - start > 1n) {
    const middle = start + powerBelow(end - start);
    if (index < middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  return hashAll(sha256, path, { size, reader });
}

/**
 * The proof that the tree of `size1` leaves is the beginning of that of `size2`, out of its tiles (RFC 6962, section
 * 2.1.2); empty when the two are one.
 *
 * @throws RangeError when `size1` is 0 or above `size2`.
 */
export async function consistencyProof(
  sha256: Sha256,
  { size1, size2 }: { readonly size1: bigint; readonly size2: bigint },
  reader: TileReader,
): Promise<Uint8Array[]> {
  if (size1 < 1n || size1 > size2) throw new RangeError(`no proof from ${size1} to ${size2}`);
  const path: Subtree[] = [];
  let [start, end] = [0n, size2];
  while (end !== size1) {
    const middle = start + powerBelow(end - start);
    if (size1 <= middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  if (start !== 0n) path.unshift({ start, end });
  return hashAll(sha256, path, { size: size2, reader });
}

/** The root of the tree of `size` leaves, out of its tiles. */
export async function rootAt(sha256: Sha256, size: bigint, reader: TileReader): Promise<Uint8Array> {
  if (size === 0n) return rootOf(sha256, []);
  const [root] = await hashAll(sha256, [{ start: 0n, end: size }], { size, reader });
  return root!;
}

async function hashAll(
  sha256: Sha256,
  subtrees: readonly Subtree[],
  { size, reader }: { readonly size: bigint; readonly reader: TileReader },
): Promise<Uint8Array[]> {
  const parts = subtrees.map(nodesOf);
  const found = await readTiles(
    reader,
    parts.flat().map((node) => placeOf(node, size).tile),
  );
  const hashOf = (node: Node): Uint8Array => {
    const { tile, from, to } = placeOf(node, size);
    return rootOf(sha256, hashesOf(found(tile)).slice(from, to));
  };
  return parts.map((nodes) => nodes.map(hashOf).reduceRight((right, left) => nodeHash(sha256, left, right)));
}

/** The perfect subtrees of a subtree, from left to right. */
function nodesOf({ start, end }: Subtree): Node[] {
  const nodes: Node[] = [];
  for (let at = start; at < end;) {
    const height = (end - at).toString(2).length - 1;
    nodes.push({ height, index: at >> BigInt(height) });
    at += 1n << BigInt(height);
  }
  return nodes;
}

/** Where a node is to be found: the hashes `from` up to `to` of a tile, from which it is folded. */
function placeOf({ height, index }: Node, size: bigint): { tile: TileRef; from: number; to: number } {
  const level = Math.floor(height / 8);
  const count = 2 ** (height % 8);
  const first = index * BigInt(count);
  const place = { level, index: first / BigInt(tileWidth) };
  const from = Number(first % BigInt(tileWidth));
  return { tile: { ...place, width: widthIn(size, place) }, from, to: from + count };
}

/** The greatest power of two below `value`, which is above 1. */
const powerBelow = (value: bigint): bigint => 1n << BigInt((value - 1n).toString(2).length - 1);
