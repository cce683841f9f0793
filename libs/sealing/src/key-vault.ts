/**
 * Port to whoever holds the key-encryption key: a file here, a key service or a hardware module elsewhere.
 * A context is bound to what is wrapped and must be repeated to unwrap it.
 */
export interface KeyVault {
  /** Wraps a 32-byte data key under the present key-encryption key. */
  wrap(dataKey: Buffer, context: string): Promise<WrappedKey>;
  /** @throws SealBroken when the vault does not hold that key, or what was wrapped or its context differ. */
  unwrap(wrapped: WrappedKey, context: string): Promise<Buffer>;
}

export interface WrappedKey {
  /** Name of the key-encryption key; not a secret. */
  readonly kekId: string;
  readonly bytes: Buffer;
}
