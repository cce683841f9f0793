import { concatBytes, utf8 } from './bytes.js';
import type { LogCrypto, SigningKey } from './crypto.js';
import { verifierKey, type NoteSigner } from './keys.js';

const latest = 2n ** 63n - 1n;

/** What a witness signs: the time and the whole text of the checkpoint (c2sp.org/tlog-cosignature, Ed25519). */
export const cosignedMessage = (text: string, time: bigint): Uint8Array =>
  utf8(`cosignature/v1\ntime ${time}\n${text}`);

/** The time in a cosignature, in seconds since 1970; null when the bytes are no cosignature. */
export function timeOf(signature: Uint8Array): bigint | null {
  if (signature.length !== 72) return null;
  const time = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0);
  return time <= latest ? time : null;
}

/** Signs checkpoints as a witness does. `now` is asked at each signature. */
export const cosigner = (
  { sha256 }: LogCrypto,
  name: string,
  key: SigningKey,
  now: () => Date,
): NoteSigner => ({
  key: verifierKey(sha256, name, 'cosignature', key),
  sign(text) {
    const time = BigInt(Math.floor(now().getTime() / 1000));
    const stamp = new Uint8Array(8);
    new DataView(stamp.buffer).setBigUint64(0, time);
    return concatBytes(stamp, key.sign(cosignedMessage(text, time)));
  },
});
