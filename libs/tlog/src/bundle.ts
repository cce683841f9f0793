import { done, refuse, type Outcome } from '@rujukan/kernel';
import { concatBytes } from './bytes.js';
import { tileWidth } from './tiles.js';

/** Longest entry that a bundle can hold. */
export const maxBundledEntryBytes = 65_535;

/** Entries one after another, each behind its length in two bytes. @throws RangeError when one is too long. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > maxBundledEntryBytes) throw new RangeError(`an entry of ${entry.length} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/**
 * The entries of a bundle.
 *
 * @returns `cut-short` when the last one ends too early, `too-many` beyond the 256 that a bundle may hold.
 */
export function decodeBundle(bytes: Uint8Array): Outcome<Uint8Array[], 'cut-short' | 'too-many'> {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 2 + (((bytes[at]! << 8) | (bytes[at + 1] ?? 0)) >>> 0);
    if (at + 2 > bytes.length || end > bytes.length) return refuse('cut-short', { entry: entries.length });
    if (entries.length === tileWidth) return refuse('too-many');
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return done(entries);
}
