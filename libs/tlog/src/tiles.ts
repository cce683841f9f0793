import { fromDecimal } from './bytes.js';

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256;
const tileBits = 8n;
const maxLevel = 63;

/** A tile of hashes (`level` 0 to 63) or a bundle of entries, by its place in the tree. */
export interface TileRef {
  readonly level: number | 'entries';
  readonly index: bigint;
  /** 1 to 256; below 256 the tile is partial. */
  readonly width: number;
}

/** A tile of hashes with what is in it. */
export interface Tile {
  readonly level: number;
  readonly index: bigint;
  readonly width: number;
  /** `width` hashes of 32 bytes, one after another. */
  readonly hashes: Uint8Array;
}

/** `tile/<level>/<index>[.p/<width>]`, the index in groups of three digits. */
export function tilePath({ level, index, width }: TileRef): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0n; rest /= 1000n)
    groups.unshift((rest % 1000n).toString().padStart(3, '0'));
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${width === tileWidth ? '' : `.p/${width}`}`;
}

const pathForm = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** The tile at a path; null for a path that {@link tilePath} would not write. */
export function parseTilePath(path: string): TileRef | null {
  const [, level = '', digits = '', partial] = pathForm.exec(path.slice(0, 65)) ?? [];
  const index = fromDecimal(digits.replace(/[x/]/g, '').replace(/^0+(?=[0-9])/, ''));
  const width = partial === undefined ? tileWidth : Number(partial);
  if (index === null || width > tileWidth) return null;
  const tile: TileRef = { level: level === 'entries' ? level : Number(level), index, width };
  return tilePath(tile) === path && !(Number(level) > maxLevel) ? tile : null;
}

/** How many hashes of `level` a tree of `size` leaves has. */
export const hashesAt = (level: number, size: bigint): bigint => size >> (tileBits * BigInt(level));

/** How wide the tile is in a tree of `size` leaves; 0 when that tree does not have it. */
export function widthIn(size: bigint, { level, index }: Pick<TileRef, 'level' | 'index'>): number {
  const rest = hashesAt(level === 'entries' ? 0 : level, size) - index * BigInt(tileWidth);
  return rest <= 0n ? 0 : rest >= BigInt(tileWidth) ? tileWidth : Number(rest);
}

/** Every tile of hashes of a tree of `size` leaves, level by level from the leaves. */
export function* tilesOf(size: bigint): Generator<TileRef & { readonly level: number }> {
  for (let level = 0; level <= maxLevel && hashesAt(level, size) > 0n; level += 1)
    for (let index = 0n; widthIn(size, { level, index }) > 0; index += 1n)
      yield { level, index, width: widthIn(size, { level, index }) };
}

/** Every bundle of entries of a tree of `size` leaves, from the one numbered `first`. */
export function* bundlesOf(size: bigint, first = 0n): Generator<TileRef & { readonly level: 'entries' }> {
  for (let index = first; widthIn(size, { level: 'entries', index }) > 0; index += 1n)
    yield { level: 'entries', index, width: widthIn(size, { level: 'entries', index }) };
}
