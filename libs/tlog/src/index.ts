export { nodeCrypto, nodeSigningKey } from './node-crypto.js';
export { nobleCrypto } from './noble-crypto.js';
export type { LogCrypto, Sha256, SigningKey } from './crypto.js';
export { equalBytes, fromBase64, fromDecimal, fromUtf8, toBase64, toHex } from './bytes.js';
export {
  emptyRoot,
  hashBytes,
  leafHash,
  nodeHash,
  rootOf,
  rootOfTile,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './merkle.js';
export type { Consistency, Inclusion, Subtree, SubtreeConsistency } from './merkle.js';
export {
  appendLeaves,
  emptyFrontier,
  frontierFromBytes,
  frontierToBytes,
  rootOfFrontier,
} from './frontier.js';
export type { Frontier } from './frontier.js';
export { bundlesOf, hashesAt, parseTilePath, tilePath, tilesOf, tileWidth, widthIn } from './tiles.js';
export type { Tile, TileRef } from './tiles.js';
export { TileMissing } from './tile-reader.js';
export type { TileReader } from './tile-reader.js';
export { edgeAt, emptyEdge, grow, hashesOf, rootOfEdge } from './growth.js';
export type { Edge, Growth } from './growth.js';
export { consistencyProof, inclusionProof, rootAt } from './proofs.js';
export { decodeBundle, encodeBundle, maxBundledEntryBytes } from './bundle.js';
export { formatVerifierKey, noteSigner, parseVerifierKey } from './keys.js';
export type { NoteSigner, VerifierKey } from './keys.js';
export { addSignatures, formatNote, formatSignature, openNote, parseNote, signNote } from './note.js';
export type { Note, NoteSignature, OpenNote } from './note.js';
export { cosignedMessage, cosigner, timeOf } from './cosignature.js';
export { formatCheckpoint, parseCheckpoint, parseTreeHead } from './checkpoint.js';
export type { Checkpoint } from './checkpoint.js';
export { formatProof, parseProof } from './proof-file.js';
export type { ProofFile } from './proof-file.js';
export { isQuorum, parsePolicy } from './policy.js';
export type { Policy, PolicyFault, PolicyMember } from './policy.js';
export { trustCheckpoint, verifyProof } from './trust.js';
export type { DistrustedCheckpoint, Proved, TrustedCheckpoint } from './trust.js';
export { addCheckpoint, formatAddCheckpoint, maxAddCheckpointBytes, parseAddCheckpoint } from './witness.js';
export type { AddCheckpoint, Witness, WitnessAnswer, WitnessedHead, WitnessStore } from './witness.js';
