// The default import, because a bundler for browsers replaces the module by one that has no named exports.
import crypto, { type KeyObject } from 'node:crypto';
import type { LogCrypto, SigningKey } from './crypto.js';

/** The cryptography of Node. */
export const nodeCrypto: LogCrypto = {
  sha256: (data) => crypto.hash('sha256', data, 'buffer'),
  verifyEd25519: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    return crypto.verify(null, message, publicKeyOf(publicKey), signature);
  },
};

function publicKeyOf(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString('base64url');
  return crypto.createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/**
 * An Ed25519 private key of Node, for signing notes.
 *
 * @throws when it is a key of another kind, or a public one.
 */
export function nodeSigningKey(key: KeyObject): SigningKey {
  if (key.type !== 'private' || key.asymmetricKeyType !== 'ed25519')
    throw new Error('a note is signed by an Ed25519 private key');
  const { x } = crypto.createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: new Uint8Array(Buffer.from(x!, 'base64url')),
    sign: (message) => crypto.sign(null, message, key),
  };
}
