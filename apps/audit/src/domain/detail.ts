import canonicalize from 'canonicalize';
import { sha256 } from './entry.js';

/** Words or values that belong to an entry and may have to go one day: they lie beside the log, and only their hash in it. */
export type Detail = Readonly<Record<string, unknown>>;

/** RFC 8785 (JCS), as it is hashed and sealed. */
export const detailText = (detail: Detail): string => canonicalize(detail)!;

/**
 * What the entry says of its detail: SHA-256 over the salt and the canonical bytes, hex.
 *
 * @param salt 32 random bytes: without it nobody can guess a short text from its hash.
 */
export const detailHash = (salt: Buffer, text: string): string =>
  sha256(Buffer.concat([salt, Buffer.from(text)])).toString('hex');
