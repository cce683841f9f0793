import { rmSync } from 'node:fs';
import { bundlesOf, encodeBundle, tilePath, tileWidth } from '@rujukan/tlog';
import { build, writeExport, type BuiltLog } from '../../../libs/audit-verify/src/fixtures/a-log.js';
import { entryAt, type HonestLog } from './honest-log.js';

/** What somebody who may write every file would rather have had in the log. */
export const forged = (at: number): Buffer => entryAt(at, { outcome: 'denied' });

export const swapped = <T>(list: readonly T[], one: number, other: number): T[] =>
  list.map((item, at) => (at === one ? list[other]! : at === other ? list[one]! : item));

/** Puts other entries in the place of the log's; tiles and heads stay. */
export function putEntries({ folder }: HonestLog, entries: readonly Buffer[]): void {
  rmSync(`${folder.path}/tile/entries`, { recursive: true });
  for (const ref of bundlesOf(BigInt(entries.length))) {
    const first = Number(ref.index) * tileWidth;
    folder.write(tilePath(ref), encodeBundle(entries.slice(first, first + ref.width)));
  }
}

/** Puts one row of a table of entries away: the others keep their numbers. */
export function removeEntry({ folder, log }: HonestLog, index: number): void {
  const first = index - (index % tileWidth);
  const rest = log.entries.slice(first, first + tileWidth).filter((_, at) => first + at !== index);
  folder.write(`tile/entries/${String(first / tileWidth).padStart(3, '0')}`, encodeBundle(rest));
}

/** Puts one tile of another log in the place of the log's. */
export function putTile({ folder }: HonestLog, other: BuiltLog, path: string): void {
  folder.write(path, other.tiles.find((tile) => tilePath(tile) === path)!.hashes);
}

/** Puts all tiles of another log in the place of the log's. */
export function putTiles(honest: HonestLog, other: BuiltLog): void {
  for (const tile of other.tiles) putTile(honest, other, tilePath(tile));
}

/** Puts another log in the place of the log, with every tile, under the head that one has or brings. */
export function putLog(honest: HonestLog, other: BuiltLog, head: string): void {
  rmSync(`${honest.folder.path}/tile`, { recursive: true });
  writeExport(honest.folder, other, head);
}

/** The log with other entries, all tiles counted anew, under the head that was signed. */
export const rewriteWith = (honest: HonestLog, entries: readonly Buffer[]): void =>
  putLog(honest, build(entries), honest.heads.get(700)!);

export const removeHeads = ({ folder }: HonestLog, ...sizes: readonly number[]): void => {
  for (const size of sizes) folder.remove(`checkpoints/${size}`);
};
