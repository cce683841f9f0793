import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 1;
const ivLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM under a key of its own, derived from the portal's key by purpose. `context` is bound in: a box opens only
 * where it was sealed for. Layout: version (1) iv (12) tag (16) ciphertext.
 */
export class SealedBox {
  private readonly key: Buffer;

  constructor(sessionKey: Buffer, purpose: 'session' | 'sign-in' | 'colleague') {
    this.key = Buffer.from(hkdfSync('sha256', sessionKey, '', `rujukan-portal|${purpose}`, 32));
  }

  seal(content: unknown, context: string): Buffer {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(this.bound(context));
    const ciphertext = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), ciphertext]);
  }

  /** @returns the content, or undefined for anything that was not sealed here for this context. */
  open<T>(box: Buffer, context: string): T | undefined {
    if (box.length < 1 + ivLength + tagLength || box[0] !== version) return undefined;
    const iv = box.subarray(1, 1 + ivLength);
    const tag = box.subarray(1 + ivLength, 1 + ivLength + tagLength);
    const decipher = createDecipheriv('aes-256-gcm', this.key, iv)
      .setAAD(this.bound(context))
      .setAuthTag(tag);
    try {
      const text = decipher.update(box.subarray(1 + ivLength + tagLength), undefined, 'utf8');
      return JSON.parse(text + decipher.final('utf8')) as T;
    } catch {
      return undefined; // a foreign key, another context or a changed byte: all the same to the caller
    }
  }

  private bound = (context: string): Buffer => Buffer.from(`v${version}|${context}`);
}
