/** What the log needs of cryptography. Synchronous, so that hashing a tree does not wait a million times. */
export interface LogCrypto {
  readonly sha256: (data: Uint8Array) => Uint8Array;
  /** Ed25519 as in RFC 8032: no malleable signature, no key that is no point. Wrong lengths are a false signature. */
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

export type Sha256 = LogCrypto['sha256'];

/** A private key that may live anywhere: only signing is asked of it. */
export interface SigningKey {
  /** 32 bytes, as in RFC 8032. */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}
