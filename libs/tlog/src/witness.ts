import { equalBytes, fromDecimal, fromHashLine, fromUtf8, toBase64 } from './bytes.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import type { LogCrypto } from './crypto.js';
import type { NoteSigner, VerifierKey } from './keys.js';
import { emptyRoot, verifyConsistency } from './merkle.js';
import { formatNote, formatSignature, openNote, parseNote, signatureOf, type Note } from './note.js';

/** The last checkpoint of a log that a witness cosigned. */
export interface WitnessedHead {
  readonly size: bigint;
  readonly root: Uint8Array;
  /** With the log's signature and the witness's own. */
  readonly note: string;
}

/** Where a witness keeps what it cosigned. */
export interface WitnessStore {
  latest(origin: string): Promise<WitnessedHead | null>;
  /**
   * Keeps `next`, if the size that is kept is still `expected` (0 when there is none yet), in one atomic and durable
   * step. @returns false when it is not.
   */
  advance(origin: string, expected: bigint, next: WitnessedHead): Promise<boolean>;
}

export interface Witness {
  readonly crypto: LogCrypto;
  /** Signs cosignatures. */
  readonly signer: NoteSigner;
  readonly store: WitnessStore;
  /** The keys of a log by its origin; none when the log is not known here. */
  readonly keysOf: (origin: string) => readonly VerifierKey[];
}

export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

export interface AddCheckpoint {
  readonly oldSize: bigint;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint. */
  readonly checkpoint: string;
}

const mostProofLines = 63;
/** Longest request: a checkpoint with many large signatures fits. */
export const maxAddCheckpointBytes = 128 * 1024;

/** The body of a request to a witness. */
export const formatAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): string =>
  [`old ${oldSize}`, ...proof.map(toBase64), '', checkpoint].join('\n');

/** Reads such a body; null when it is not written exactly as one must be. The checkpoint is not looked at. */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint | null {
  const text = body.length <= maxAddCheckpointBytes ? fromUtf8(body) : null;
  const end = text?.indexOf('\n\n') ?? -1;
  if (text === null || end < 0) return null;
  const [first, ...lines] = text.slice(0, end).split('\n') as [string, ...string[]];
  const oldSize = first.startsWith('old ') ? fromDecimal(first.slice(4)) : null;
  const hashes = lines.length <= mostProofLines ? lines.map(fromHashLine) : [null];
  const proof = hashes.filter((hash) => hash !== null);
  if (oldSize === null || proof.length !== hashes.length) return null;
  return { oldSize, proof, checkpoint: text.slice(end + 2) };
}

/**
 * Answers `POST add-checkpoint` (c2sp.org/tlog-witness): cosigns a checkpoint only when it continues the last one that
 * was cosigned. Of several requests at once one wins; the others are told the size that has been reached.
 */
export async function addCheckpoint(witness: Witness, body: Uint8Array): Promise<WitnessAnswer> {
  const request = parseAddCheckpoint(body);
  const note = request && parseNote(request.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!checkpoint) return answer(400, 'malformed request');
  const keys = witness.keysOf(checkpoint.origin);
  if (keys.length === 0) return answer(404, 'unknown log');
  const open = openNote(witness.crypto, note, keys);
  if (!open.ok) return answer(403, 'invalid signature');
  const signatures = open.value.signedBy.map(({ signature }) => signature);
  return continueFrom(witness, { request, checkpoint, note: { text: note.text, signatures } });
}

/** A request whose checkpoint the log itself signed; other signatures are not kept. */
interface Signed {
  readonly request: AddCheckpoint;
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

async function continueFrom(witness: Witness, signed: Signed): Promise<WitnessAnswer> {
  const { request, checkpoint } = signed;
  if (request.oldSize > checkpoint.size) return answer(400, 'old size above checkpoint size');
  const latest = await witness.store.latest(checkpoint.origin);
  if (request.oldSize !== (latest?.size ?? 0n)) return conflict(latest);
  switch (faultOf(witness.crypto, latest, signed)) {
    case 'other-root':
      return conflict(latest);
    case 'no-consistency':
      return answer(422, 'invalid consistency proof');
    case null:
      return cosign(witness, signed);
  }
}

function faultOf(
  { sha256 }: LogCrypto,
  latest: WitnessedHead | null,
  { request, checkpoint }: Signed,
): 'other-root' | 'no-consistency' | null {
  const { size, root } = checkpoint;
  const { oldSize, proof } = request;
  const isAnotherTree = latest?.size === size && !equalBytes(latest.root, root);
  if (isAnotherTree) return 'other-root';
  if (oldSize === 0n) {
    const isEmptyTree = size > 0n || equalBytes(root, emptyRoot(sha256));
    return proof.length === 0 && isEmptyTree ? null : 'no-consistency';
  }
  const claim = { size1: oldSize, size2: size, root1: latest!.root, root2: root, proof };
  return verifyConsistency(sha256, claim) ? null : 'no-consistency';
}

/** The signature is made before the head is kept, so that its time is one at which no greater head had been seen. */
async function cosign(
  { signer, store }: Witness,
  { request, checkpoint, note }: Signed,
): Promise<WitnessAnswer> {
  const cosignature = signatureOf(signer, note.text);
  const next = {
    size: checkpoint.size,
    root: checkpoint.root,
    note: formatNote({ text: note.text, signatures: [...note.signatures, cosignature] }),
  };
  if (await store.advance(checkpoint.origin, request.oldSize, next))
    return { ...answer(200, ''), body: formatSignature(cosignature) };
  return conflict(await store.latest(checkpoint.origin));
}

const answer = (status: WitnessAnswer['status'], text: string): WitnessAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${text}\n`,
});

const conflict = (latest: WitnessedHead | null): WitnessAnswer => ({
  status: 409,
  contentType: 'text/x.tlog.size',
  body: `${latest?.size ?? 0n}\n`,
});
