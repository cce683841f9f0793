import { createCipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { decrypt, encrypt, SealBroken } from './aead.js';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const zero = (bytes: number): string => '00'.repeat(bytes);

// AES-256-GCM cases 13 to 15 of the GCM specification (McGrew and Viega), which SP 800-38D and Wycheproof build on.
const vectors = [
  { key: zero(32), iv: zero(12), text: '', sealed: '530f8afbc74536b9a963b4f1c4cb738b' },
  {
    key: zero(32),
    iv: zero(12),
    text: zero(16),
    sealed: 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    iv: 'cafebabefacedbaddecaf888',
    text:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
      '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255',
    sealed:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
      '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad' +
      'b094dac5d93471bdec1a502270e3cc6c',
  },
];

const key = createSecretKey(randomBytes(32));
const iv = randomBytes(12);

describe('authenticated encryption', () => {
  it.each(vectors)('gives the published ciphertext and tag ($sealed)', (vector) => {
    const vectorKey = createSecretKey(hex(vector.key));
    expect(encrypt(vectorKey, hex(vector.iv), '', hex(vector.text)).toString('hex')).toBe(vector.sealed);
    expect(decrypt(vectorKey, hex(vector.iv), '', hex(vector.sealed)).toString('hex')).toBe(vector.text);
  });

  it('authenticates the context as additional data', () => {
    const plain = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from('here'));
    const expected = Buffer.concat([plain.update('text'), plain.final(), plain.getAuthTag()]);
    expect(encrypt(key, iv, 'here', Buffer.from('text'))).toEqual(expected);
    expect(() => decrypt(key, iv, 'there', expected)).toThrow(SealBroken);
  });

  it('refuses every single flipped bit', () => {
    const sealed = encrypt(key, iv, 'here', Buffer.from('a text of no consequence'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const forged = Buffer.from(sealed);
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => decrypt(key, iv, 'here', forged)).toThrow(SealBroken);
    }
  });

  it('refuses a shortened tag, an empty value and a nonce of another length', () => {
    const sealed = encrypt(key, iv, 'here', Buffer.from('text'));
    for (const length of [0, 4, 12, 15, sealed.length - 1])
      expect(() => decrypt(key, iv, 'here', sealed.subarray(0, length))).toThrow(SealBroken);
    expect(() => decrypt(key, Buffer.alloc(0), 'here', sealed)).toThrow(SealBroken);
    expect(() => decrypt(key, randomBytes(16), 'here', sealed)).toThrow(SealBroken);
  });
});
