import {
  appendLeaves,
  emptyFrontier,
  emptyRoot,
  equalBytes,
  grow,
  emptyEdge,
  leafHash,
  nodeHash,
  rootOf,
  rootOfFrontier,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from '@rujukan/tlog';
import { bytes, hex } from './encoding.mjs';

/** RFC 6962: hashes, the golden tree, and every probe with the verdict that it must get. */
export function* rfc6962({ hasher, golden, inclusion, consistency }, { sha256 }) {
  const hash = {
    emptyRoot: () => emptyRoot(sha256),
    hashLeaf: ({ dataHex }) => leafHash(sha256, bytes(dataHex)),
    hashChildren: ({ leftHex, rightHex }) => nodeHash(sha256, bytes(leftHex), bytes(rightHex)),
  };
  for (const each of hasher) yield [each.desc, hex(hash[each.op](each)) === each.want];
  yield* goldenTree(golden, sha256);
  for (const probe of inclusion) yield [probe.case, isIncluded(probe, sha256) !== probe.wantErr];
  for (const probe of consistency) yield [probe.case, isConsistent(probe, sha256) !== probe.wantErr];
}

function* goldenTree({ leafInputs, rootBySize, nodeHashesByLevel, compactRangeBySize }, sha256) {
  const leaves = leafInputs.map((input) => leafHash(sha256, bytes(input)));
  for (const [size, want] of rootBySize.entries()) {
    const some = leaves.slice(0, size);
    const frontier = appendLeaves(sha256, emptyFrontier, some);
    const roots = [
      rootOf(sha256, some),
      rootOfFrontier(sha256, frontier),
      grow(sha256, emptyEdge, some).root,
    ];
    yield [`golden root of ${size}`, roots.every((root) => hex(root) === want)];
    const nodes = compactRangeBySize[size].nodes.map((node) => node.hash);
    yield [`golden frontier of ${size}`, frontier.nodes.map(hex).join() === nodes.join()];
  }
  for (const [level, wanted] of nodeHashesByLevel.entries())
    for (const [at, want] of wanted.entries()) {
      const under = leaves.slice(at * 2 ** level, (at + 1) * 2 ** level);
      yield [`golden node ${level}/${at}`, hex(rootOf(sha256, under)) === want];
    }
}

const isIncluded = ({ leafIdx, treeSize, leafHash: leaf, proof, root }, sha256) =>
  verifyInclusion(sha256, {
    index: BigInt(leafIdx),
    size: BigInt(treeSize),
    leafHash: bytes(leaf),
    proof: proof.map(bytes),
    root: bytes(root),
  });

const isConsistent = ({ size1, size2, root1, root2, proof }, sha256) =>
  verifyConsistency(sha256, {
    size1: BigInt(size1),
    size2: BigInt(size2),
    root1: bytes(root1),
    root2: bytes(root2),
    proof: proof.map(bytes),
  });

/** Proofs of subtrees (draft-ietf-plants-merkle-tree-certs). */
export function* subtrees({ subtreeInclusion, subtreeConsistency }, { sha256 }) {
  for (const probe of subtreeInclusion) {
    const subtree = { start: BigInt(probe.start), end: BigInt(probe.end) };
    const claim = {
      index: BigInt(probe.leafIdx),
      leafHash: bytes(probe.leafHash),
      proof: probe.proof.map(bytes),
      root: bytes(probe.root),
    };
    yield [probe.case, verifySubtreeInclusion(sha256, subtree, claim) !== probe.wantErr];
  }
  for (const probe of subtreeConsistency) {
    const claim = {
      start: BigInt(probe.start),
      end: BigInt(probe.end),
      size: BigInt(probe.size),
      subtreeRoot: bytes(probe.root1),
      root: bytes(probe.root2),
      proof: probe.proof.map(bytes),
    };
    yield [probe.case, verifySubtreeConsistency(sha256, claim) !== probe.wantErr];
  }
}

export const sameBytes = (one, other) => one !== null && other !== null && equalBytes(one, other);
