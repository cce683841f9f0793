import { emptyRoot, hashBytes, nodeHash } from './merkle.js';
import type { Sha256 } from './crypto.js';
import { concatBytes } from './bytes.js';

/** All that is needed of a tree to append to it and to know its root: its perfect subtrees, from left to right. */
export interface Frontier {
  readonly size: bigint;
  readonly nodes: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0n, nodes: [] };

export function appendLeaves(
  sha256: Sha256,
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): Frontier {
  const nodes = [...frontier.nodes];
  let { size } = frontier;
  for (const leaf of leafHashes) {
    let node = leaf;
    for (let rest = size; (rest & 1n) === 1n; rest >>= 1n) node = nodeHash(sha256, nodes.pop()!, node);
    nodes.push(node);
    size += 1n;
  }
  return { size, nodes };
}

export function rootOfFrontier(sha256: Sha256, { nodes }: Frontier): Uint8Array {
  if (nodes.length === 0) return emptyRoot(sha256);
  return nodes.reduceRight((right, left) => nodeHash(sha256, left, right));
}

/** The nodes one after another, as they are kept in a column or a file beside the size. */
export const frontierToBytes = ({ nodes }: Frontier): Uint8Array => concatBytes(...nodes);

/** @returns null when the bytes do not hold as many nodes as a tree of that size has. */
export function frontierFromBytes(size: bigint, bytes: Uint8Array): Frontier | null {
  const count = size.toString(2).replaceAll('0', '').length;
  if (size < 0n || bytes.length !== count * hashBytes) return null;
  const nodes = Array.from({ length: count }, (_, at) => bytes.slice(at * hashBytes, (at + 1) * hashBytes));
  return { size, nodes };
}
