import { concatBytes, equalBytes } from './bytes.js';
import type { Sha256 } from './crypto.js';

export const hashBytes = 32;
/** Longest proof in a tree of fewer than 2^64 leaves. */
export const maxProofHashes = 64;

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array =>
  sha256(concatBytes(leafMark, entry));

export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(nodeMark, left, right));

/** The root over hashes that lie one after another, as in a tile. Faster than {@link rootOf}: nothing is copied twice. */
export function rootOfTile(sha256: Sha256, tile: Uint8Array): Uint8Array {
  const row = Uint8Array.from(tile);
  const node = new Uint8Array(1 + 2 * hashBytes);
  node[0] = nodeMark[0]!;
  let count = tile.length / hashBytes;
  for (; count > 1; count = Math.ceil(count / 2)) {
    for (let at = 0; at + 1 < count; at += 2) {
      node.set(row.subarray(at * hashBytes, (at + 2) * hashBytes), 1);
      row.set(sha256(node), (at / 2) * hashBytes);
    }
    if (count % 2 === 1)
      row.copyWithin(((count - 1) / 2) * hashBytes, (count - 1) * hashBytes, count * hashBytes);
  }
  return count === 0 ? emptyRoot(sha256) : row.slice(0, hashBytes);
}

export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array(0));

/**
 * The root over some leaf hashes (RFC 6962, section 2.1), or over nodes of equal height, of which the last may be lower.
 */
export function rootOf(sha256: Sha256, nodes: readonly Uint8Array[]): Uint8Array {
  let row = nodes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) above.push(nodeHash(sha256, row[at]!, row[at + 1]!));
    if (row.length % 2 === 1) above.push(row.at(-1)!);
    row = above;
  }
  return row[0] ?? emptyRoot(sha256);
}

export interface Inclusion {
  readonly index: bigint;
  readonly size: bigint;
  readonly leafHash: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the proof shows that the leaf stands at `index` in the tree of `size` leaves (RFC 9162, section 2.1.3.2). */
export const verifyInclusion = (sha256: Sha256, claim: Inclusion): boolean =>
  claim.leafHash.length === hashBytes &&
  // A leaf is the smallest subtree, and the two proofs are one.
  verifySubtreeConsistency(sha256, {
    start: claim.index,
    end: claim.index + 1n,
    size: claim.size,
    subtreeRoot: claim.leafHash,
    root: claim.root,
    proof: claim.proof,
  });

export interface Consistency {
  readonly size1: bigint;
  readonly size2: bigint;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the proof shows that the tree of `size1` leaves is the beginning of the tree of `size2` (RFC 9162, section
 * 2.1.4.2). From the empty tree there is nothing to prove, and no proof is accepted.
 */
export const verifyConsistency = (sha256: Sha256, claim: Consistency): boolean =>
  claim.size1 > 0n &&
  verifySubtreeConsistency(sha256, {
    start: 0n,
    end: claim.size1,
    size: claim.size2,
    subtreeRoot: claim.root1,
    root: claim.root2,
    proof: claim.proof,
  });

/** Leaves `start` up to `end` as a tree of their own: only where `start` is a multiple of the next power of two. */
export interface Subtree {
  readonly start: bigint;
  readonly end: bigint;
}

export function isSubtree({ start, end }: Subtree): boolean {
  if (start < 0n || start > end) return false;
  return start % powerFrom(end - start) === 0n;
}

/** Whether the leaf stands at `index` (counted in the whole tree) in the subtree. */
export const verifySubtreeInclusion = (
  sha256: Sha256,
  subtree: Subtree,
  claim: Omit<Inclusion, 'size'>,
): boolean =>
  isSubtree(subtree) &&
  claim.index < subtree.end &&
  verifyInclusion(sha256, {
    ...claim,
    index: claim.index - subtree.start,
    size: subtree.end - subtree.start,
  });

export interface SubtreeConsistency extends Subtree {
  readonly size: bigint;
  readonly subtreeRoot: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the proof shows that the subtree is part of the tree of `size` leaves. The empty one is part of any. */
export function verifySubtreeConsistency(sha256: Sha256, claim: SubtreeConsistency): boolean {
  const { subtreeRoot, root, proof } = claim;
  if (claim.end > claim.size || !isSubtree(claim) || !areHashes([subtreeRoot, root], proof)) return false;
  if (claim.start === claim.end) return proof.length === 0 && equalBytes(subtreeRoot, emptyRoot(sha256));
  const place = lowestShared(claim);
  const [seed, ...siblings] = place.first === place.last ? [subtreeRoot, ...proof] : proof;
  const roots = seed && climb(sha256, { place, part: seed, whole: seed }, siblings);
  return !!roots && equalBytes(roots.part, subtreeRoot) && equalBytes(roots.whole, root);
}

interface Climber {
  readonly place: Place;
  /** The root of what is known so far of the subtree, and of the whole tree. */
  readonly part: Uint8Array;
  readonly whole: Uint8Array;
}

/** Hashes a proof's siblings on, up to the root; null when there are more or fewer than the way is long. */
function climb(sha256: Sha256, start: Climber, siblings: readonly Uint8Array[]): Climber | null {
  let { place, part, whole } = start;
  for (const sibling of siblings) {
    if (place.edge === 0n) return null;
    if (isRight(place)) {
      if (place.first < place.last) part = nodeHash(sha256, sibling, part);
      whole = nodeHash(sha256, sibling, whole);
      while (!isOdd(place.last) && place.last !== 0n) place = up(place);
    } else whole = nodeHash(sha256, whole, sibling);
    place = up(place);
  }
  return place.edge === 0n ? { place, part, whole } : null;
}

/** On one level of the tree: the nodes over the first and the last leaf of the subtree, and the last node of all. */
interface Place {
  readonly first: bigint;
  readonly last: bigint;
  readonly edge: bigint;
}

const up = ({ first, last, edge }: Place): Place => ({
  first: first >> 1n,
  last: last >> 1n,
  edge: edge >> 1n,
});

/** Whether what is beside the last node of the subtree stands on its left. */
const isRight = ({ last, edge }: Place): boolean => isOdd(last) || last === edge;

/** The lowest level on which the two trees share a node that is not yet known. */
function lowestShared({ start, end, size }: SubtreeConsistency): Place {
  let place = { first: start, last: end - 1n, edge: size - 1n };
  const isWhole = end === size;
  while (place.first !== place.last && (isWhole || isOdd(place.last))) place = up(place);
  return place;
}

const isOdd = (value: bigint): boolean => (value & 1n) === 1n;

/** The smallest power of two that is not below `value`. */
const powerFrom = (value: bigint): bigint => 1n << BigInt(value > 1n ? (value - 1n).toString(2).length : 0);

/** Nothing shorter or longer is ever hashed: it could be read as another node. */
const areHashes = (ends: readonly Uint8Array[], proof: readonly Uint8Array[]): boolean =>
  proof.length <= maxProofHashes &&
  (proof.length === 0 || [...ends, ...proof].every((hash) => hash.length === hashBytes));
