import { done, refuse, type Outcome } from '@rujukan/kernel';
import { concatBytes, fromInexactBase64, toBase64, toHex, utf8 } from './bytes.js';
import { cosignedMessage, timeOf } from './cosignature.js';
import type { LogCrypto } from './crypto.js';
import { isKeyName, type NoteSigner, type VerifierKey } from './keys.js';

const longestNote = 1_000_000;
const mostSignatures = 100;

export interface NoteSignature {
  readonly name: string;
  /** Eight hex digits. */
  readonly keyId: string;
  /** Without the key id. */
  readonly signature: Uint8Array;
}

/** A note as it was read; nothing is proved of it. */
export interface Note {
  /** With the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A text and the known keys that signed it, each once. */
export interface OpenNote {
  readonly text: string;
  readonly signedBy: readonly { readonly key: VerifierKey; readonly signature: NoteSignature }[];
}

/** Reads a signed note (c2sp.org/signed-note); null when it is not written exactly as one must be. */
export function parseNote(note: string): Note | null {
  if (note.length > longestNote || /[\0-\x09\x0b-\x1f]|\p{Surrogate}/u.test(note)) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || end + 2 === note.length) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures = lines.map(parseSignatureLine);
  const whole = signatures.filter((signature) => signature !== null);
  return whole.length === lines.length ? { text: note.slice(0, end + 1), signatures: whole } : null;
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromInexactBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return null;
  // What is not canonical base64 says whose signature it is, but is none: otherwise one signature could be written in two ways.
  const signature = toBase64(bytes) === encoded ? bytes.subarray(4) : new Uint8Array(0);
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature };
}

/** Writes a signature line, with the newline at its end. */
export function formatSignature({ name, keyId, signature }: NoteSignature): string {
  const id = Uint8Array.from([0, 2, 4, 6], (at) => Number.parseInt(keyId.slice(at, at + 2), 16));
  return `— ${name} ${toBase64(concatBytes(id, signature))}\n`;
}

export const formatNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(formatSignature).join('')}`;

/** Signs a text, which must end with a newline. @throws when it is no text of a note. */
export function signNote(text: string, ...signers: readonly NoteSigner[]): string {
  const signatures = signers.map((signer) => signatureOf(signer, text));
  const note = formatNote({ text, signatures });
  if (parseNote(note)?.text !== text) throw new Error('this text cannot be signed as a note');
  return note;
}

export const signatureOf = ({ key, sign }: NoteSigner, text: string): NoteSignature => ({
  name: key.name,
  keyId: key.id,
  signature: sign(text),
});

/** Puts signatures behind those that the note has; a key that signed before keeps its place with the new one. */
export function addSignatures(note: Note, added: readonly NoteSignature[]): Note {
  const keyOf = ({ name, keyId }: NoteSignature): string => `${name}+${keyId}`;
  const byKey = new Map([...note.signatures, ...added].map((signature) => [keyOf(signature), signature]));
  return { text: note.text, signatures: [...byKey.values()] };
}

/**
 * Checks a note's signatures with the keys that one trusts. Signatures of other keys are passed over.
 *
 * @returns `signature-false` when the signature under a known key is not by it, which says that somebody forged;
 * `unsigned` when no known key signed. Both name keys in their details.
 */
export function openNote(
  crypto: LogCrypto,
  note: Note,
  known: readonly VerifierKey[],
): Outcome<OpenNote, 'signature-false' | 'unsigned'> {
  const signedBy = new Map<VerifierKey, NoteSignature>();
  for (const signature of note.signatures) {
    // Keys that share name and id are told apart by nothing: each must be content with the signature.
    const keys = known.filter((key) => key.name === signature.name && key.id === signature.keyId);
    for (const key of keys) {
      if (signedBy.has(key)) continue;
      if (!isSignedBy(crypto, key, note.text, signature.signature))
        return refuse('signature-false', { key: `${key.name}+${key.id}` });
      signedBy.set(key, signature);
    }
  }
  if (signedBy.size === 0) return refuse('unsigned', { keys: known.map((key) => `${key.name}+${key.id}`) });
  return done({ text: note.text, signedBy: [...signedBy].map(([key, signature]) => ({ key, signature })) });
}

function isSignedBy(crypto: LogCrypto, key: VerifierKey, text: string, signature: Uint8Array): boolean {
  switch (key.kind) {
    case 'note':
      return crypto.verifyEd25519(key.publicKey, utf8(text), signature);
    case 'cosignature': {
      const time = timeOf(signature);
      if (time === null) return false;
      return crypto.verifyEd25519(key.publicKey, cosignedMessage(text, time), signature.subarray(8));
    }
  }
}
