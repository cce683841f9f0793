import { done, refuse, type Outcome } from '@rujukan/kernel';
import { concatBytes, equalBytes, fromBase64, toBase64, toHex, utf8 } from './bytes.js';
import type { LogCrypto, Sha256, SigningKey } from './crypto.js';

/** Kinds of signature: of a log (signed-note) and, with the time, of a witness (tlog-cosignature). */
export const keyKinds = { note: 0x01, cosignature: 0x04 } as const;
export type KeyKind = keyof typeof keyKinds;

/** A public key that signatures on notes are checked with. */
export interface VerifierKey {
  readonly name: string;
  /** Four bytes, as eight hex digits. With the name, which key it is; no proof of anything. */
  readonly id: string;
  readonly kind: KeyKind;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
}

/** What signs notes. */
export interface NoteSigner {
  readonly key: VerifierKey;
  /** The signature over a note's text, without the key id before it. */
  readonly sign: (text: string) => Uint8Array;
}

const longestName = 255;

/** Not empty, no space of any script, no plus, no control character, no half of a character. */
export const isKeyName = (name: string): boolean =>
  name.length > 0 && name.length <= longestName && !/[\p{White_Space}\p{Cc}\p{Cs}+]/u.test(name);

export function keyId(
  sha256: Sha256,
  { name, kind, publicKey }: Pick<VerifierKey, 'name' | 'kind' | 'publicKey'>,
): string {
  const digest = sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(keyKinds[kind]), publicKey));
  return toHex(digest.subarray(0, 4));
}

/** `<name>+<key id>+<base64 of kind and key>`: how a public key is handed on. */
export const formatVerifierKey = ({ name, id, kind, publicKey }: VerifierKey): string =>
  `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(keyKinds[kind]), publicKey))}`;

/** The text of {@link formatVerifierKey}, if its id is the one that follows from name and key. */
export function parseVerifierKey(sha256: Sha256, text: string): Outcome<VerifierKey, 'no-verifier-key'> {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([^\s]{1,64})$/.exec(text);
  const bytes = parts && fromBase64(parts[3]!);
  const kind = (['note', 'cosignature'] as const).find((each) => keyKinds[each] === bytes?.[0]);
  if (bytes?.length !== 33 || kind === undefined) return refuse('no-verifier-key');
  const key = { name: parts![1]!, id: parts![2]!, kind, publicKey: bytes.subarray(1) };
  return isKeyName(key.name) && keyId(sha256, key) === key.id ? done(key) : refuse('no-verifier-key');
}

/** The public half of a key under a name. @throws when no key can have that name. */
export function verifierKey(
  sha256: Sha256,
  name: string,
  kind: KeyKind,
  { publicKey }: SigningKey,
): VerifierKey {
  if (!isKeyName(name)) throw new Error(`no key can be called ${JSON.stringify(name)}`);
  return { name, kind, publicKey, id: keyId(sha256, { name, kind, publicKey }) };
}

/** Signs notes as a log does: over the text alone. */
export const noteSigner = ({ sha256 }: LogCrypto, name: string, key: SigningKey): NoteSigner => ({
  key: verifierKey(sha256, name, 'note', key),
  sign: (text) => key.sign(utf8(text)),
});

/** Two keys are the same key, whatever they are called. */
export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean =>
  equalBytes(one.publicKey, other.publicKey);
