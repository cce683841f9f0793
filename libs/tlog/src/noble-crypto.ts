import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { LogCrypto } from './crypto.js';

/** The same in plain JavaScript, for browsers: what they offer themselves is asynchronous, and in older ones absent. */
export const nobleCrypto: LogCrypto = {
  sha256: (data) => sha256(data),
  verifyEd25519: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    // Without zip215, because RFC 8032 and Node refuse what that rule lets pass.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  },
};
