import {
  appendLeaves,
  consistencyProof,
  decodeBundle,
  emptyEdge,
  emptyFrontier,
  encodeBundle,
  grow,
  inclusionProof,
  leafHash,
  openNote,
  parseCheckpoint,
  parseNote,
  parseTilePath,
  parseVerifierKey,
  rootAt,
  rootOfFrontier,
  tilePath,
  verifyConsistency,
  verifyInclusion,
} from '@rujukan/tlog';
import { bytes, hex, utf8 } from './encoding.mjs';
import { sameBytes } from './merkle.mjs';

/** A whole log: signed heads, tiles, bundles, and every proof between them. */
export async function* tiledLog(vectors, crypto) {
  const { sha256 } = crypto;
  const key = parseVerifierKey(sha256, vectors.vkey).value;
  const leaves = vectors.leafDataUtf8.map((data) => leafHash(sha256, utf8(data)));
  const heads = vectors.checkpoints.map(({ checkpoint }) => parseCheckpoint(parseNote(checkpoint).text));
  for (const [at, { checkpoint }] of vectors.checkpoints.entries()) {
    const head = heads[at];
    yield [`signature of ${head.size}`, openNote(crypto, parseNote(checkpoint), [key]).ok];
    const frontier = appendLeaves(sha256, emptyFrontier, leaves.slice(0, Number(head.size)));
    yield [`root of ${head.size}`, sameBytes(rootOfFrontier(sha256, frontier), head.root)];
  }
  yield* files(vectors, sha256, leaves);
  const tiles = new Map(vectors.tiles.map((tile) => [tile.path, bytes(tile.hex)]));
  const reader = { readTiles: async (wanted) => wanted.map((tile) => tiles.get(tilePath(tile)) ?? null) };
  yield* allProofs({ heads, leaves, reader, sha256 });
}

function* files({ tiles, entryBundles, leafDataUtf8 }, sha256, leaves) {
  for (const { path, hex: wanted } of tiles) {
    const { level, index, width } = parseTilePath(path);
    const [tile] = grow(sha256, emptyEdge, leaves.slice(0, width)).tiles;
    yield [path, level === 0 && index === 0n && hex(tile.hashes) === wanted && tilePath(tile) === path];
  }
  for (const { path, hex: wanted } of entryBundles) {
    const { level, width } = parseTilePath(path);
    const entries = leafDataUtf8.slice(0, width).map(utf8);
    const read = decodeBundle(bytes(wanted));
    yield [path, level === 'entries' && hex(encodeBundle(entries)) === wanted];
    yield [`${path}, read`, read.ok && read.value.map(hex).join() === entries.map(hex).join()];
  }
}

async function* allProofs({ heads, leaves, reader, sha256 }) {
  for (const { size, root } of heads) {
    yield [`root of ${size} from tiles`, sameBytes(await rootAt(sha256, size, reader), root)];
    for (let index = 0n; index < size; index += 1n) {
      const proof = await inclusionProof(sha256, { index, size }, reader);
      const claim = { index, size, root, proof, leafHash: leaves[Number(index)] };
      yield [`${index} is in ${size}`, verifyInclusion(sha256, claim)];
      const other = { ...claim, leafHash: leaves[(Number(index) + 1) % leaves.length] };
      yield [`another leaf is not at ${index} in ${size}`, !verifyInclusion(sha256, other)];
    }
    for (const { size: size1, root: root1 } of heads.filter((head) => head.size > 0n && head.size <= size)) {
      const proof = await consistencyProof(sha256, { size1, size2: size }, reader);
      const claim = { size1, size2: size, root1, root2: root, proof };
      yield [`${size1} begins ${size}`, verifyConsistency(sha256, claim)];
      const forged = { ...claim, root1: heads[0].root };
      yield [`another tree does not begin ${size} at ${size1}`, !verifyConsistency(sha256, forged)];
    }
  }
}

/** Proofs and checkpoints of large public logs. Undecidable with Ed25519 keys: null. */
export function* publicLogs({ ed25519LogsByOrigin, cases }, crypto) {
  for (const each of cases) {
    const note = each.checkpoint === null ? null : parseNote(each.checkpoint);
    const head =
      each.checkpoint && parseCheckpoint(each.checkpoint.slice(0, each.checkpoint.lastIndexOf('\n\n') + 1));
    const root = bytes(each.rootHash);
    const claim = {
      index: BigInt(each.logIndex),
      size: BigInt(each.treeSize),
      leafHash: leafHash(crypto.sha256, bytes(each.leafDataHex)),
      proof: each.proof.map(bytes),
      root,
    };
    const verdicts = {
      wantInclusionValid: () => verifyInclusion(crypto.sha256, claim),
      wantRootEqualsCheckpointRoot: () =>
        head !== null && head.size === claim.size && sameBytes(head.root, root),
      wantEd25519LogSignature: () => note !== null && isSigned(note, head, { ed25519LogsByOrigin, crypto }),
    };
    for (const [name, verdict] of Object.entries(verdicts))
      if (each[name] !== null) yield [`${each.case}: ${name}`, verdict() === each[name]];
  }
}

function isSigned(note, head, { ed25519LogsByOrigin, crypto }) {
  const known = head && ed25519LogsByOrigin[head.origin];
  if (!known) return false;
  // The raw key is the end of its DER form.
  const publicKey = new Uint8Array(Buffer.from(known.publicKeyDerBase64, 'base64').subarray(-32));
  const id = known.logIdHex.slice(0, 8);
  return openNote(crypto, note, [{ name: head.origin, id, kind: 'note', publicKey }]).ok;
}

/** Ed25519 signatures, good and bad (Wycheproof). */
export function* signatures({ groups }, { verifyEd25519 }) {
  for (const { publicKeyHex, tests } of groups)
    for (const { tcId, msg, sig, result } of tests)
      yield [
        `case ${tcId}`,
        verifyEd25519(bytes(publicKeyHex), bytes(msg), bytes(sig)) === (result === 'valid'),
      ];
}
