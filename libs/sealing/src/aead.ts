import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

export const ivBytes = 12;
export const tagBytes = 16;

/** What was sealed cannot be opened: changed, moved, or sealed under another key. Says nothing about which. */
export class SealBroken extends Error {
  constructor(why = 'a sealed value cannot be opened') {
    super(why);
    this.name = 'SealBroken';
  }
}

/** AES-256-GCM, giving ciphertext and tag in one piece. The caller answers for never using an iv twice. */
export function encrypt(key: KeyObject, iv: Uint8Array, context: string, text: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBroken when key, iv, context or a single bit differ from those of {@link encrypt}. */
export function decrypt(key: KeyObject, iv: Uint8Array, context: string, sealed: Uint8Array): Buffer {
  if (iv.length !== ivBytes || sealed.length < tagBytes) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const text = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    // OpenSSL tells no more than that either, and nobody may learn more.
    throw new SealBroken();
  }
}
