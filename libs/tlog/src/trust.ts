import { done, refuse, type Outcome } from '@rujukan/kernel';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { timeOf } from './cosignature.js';
import type { LogCrypto } from './crypto.js';
import type { VerifierKey } from './keys.js';
import { leafHash, verifyInclusion } from './merkle.js';
import { openNote, parseNote } from './note.js';
import { isQuorum, type Policy } from './policy.js';
import { parseProof } from './proof-file.js';

/** A checkpoint that the policy accepts. */
export interface TrustedCheckpoint extends Checkpoint {
  readonly log: VerifierKey;
  /** The policy's witnesses that cosigned, and when, in seconds since 1970. */
  readonly witnesses: readonly { readonly name: string; readonly key: VerifierKey; readonly time: bigint }[];
}

export type DistrustedCheckpoint =
  /** It is not written as a checkpoint must be. */
  | 'checkpoint-malformed'
  /** No log of the policy has this origin. */
  | 'origin-unknown'
  /** A signature bears the name of a key that did not make it. */
  | 'signature-false'
  /** The log's own signature is not there. */
  | 'unsigned'
  /** Too few witnesses. */
  | 'quorum-missing';

/** Checks a signed checkpoint with a policy: origin, the log's signature, every known witness's, the quorum. */
export function trustCheckpoint(
  crypto: LogCrypto,
  policy: Policy,
  signed: string,
): Outcome<TrustedCheckpoint, DistrustedCheckpoint> {
  const note = parseNote(signed);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!checkpoint) return refuse('checkpoint-malformed');
  const logs = policy.logs.map(({ key }) => key).filter(({ name }) => name === checkpoint.origin);
  if (logs.length === 0) return refuse('origin-unknown', { origin: checkpoint.origin });
  const open = openNote(crypto, note, [...logs, ...policy.witnesses.map(({ key }) => key)]);
  if (!open.ok) return open;
  const log = open.value.signedBy.find(({ key }) => logs.includes(key));
  if (!log) return refuse('unsigned', { keys: logs.map((key) => `${key.name}+${key.id}`) });
  const witnesses = policy.witnesses.flatMap(({ name, key }) => {
    const signature = open.value.signedBy.find((each) => each.key === key)?.signature.signature;
    return signature ? [{ name, key, time: timeOf(signature)! }] : [];
  });
  if (!isQuorum(policy.quorum, new Set(witnesses.map(({ key }) => key))))
    return refuse('quorum-missing', { witnesses: witnesses.map(({ name }) => name) });
  return done({ ...checkpoint, log: log.key, witnesses });
}

/** What a proof shows. */
export interface Proved {
  readonly index: bigint;
  readonly checkpoint: TrustedCheckpoint;
  readonly extra?: Uint8Array;
}

/**
 * Checks that an entry is in a log, with nothing but the proof file and a policy.
 *
 * @returns `proof-malformed`, a reason why the checkpoint is not trusted, or `not-included`: the entry is another, or
 * stands elsewhere.
 */
export function verifyProof(
  crypto: LogCrypto,
  policy: Policy,
  { entry, proof }: { readonly entry: Uint8Array; readonly proof: string },
): Outcome<Proved, 'proof-malformed' | DistrustedCheckpoint | 'not-included'> {
  const file = parseProof(proof);
  if (!file) return refuse('proof-malformed');
  const checkpoint = trustCheckpoint(crypto, policy, file.checkpoint);
  if (!checkpoint.ok) return checkpoint;
  const { size, root } = checkpoint.value;
  const { sha256 } = crypto;
  const claim = { index: file.index, size, root, proof: file.hashes, leafHash: leafHash(sha256, entry) };
  if (!verifyInclusion(sha256, claim)) return refuse('not-included');
  const { index, extra } = file;
  return done({ index, checkpoint: checkpoint.value, ...(extra === undefined ? {} : { extra }) });
}
