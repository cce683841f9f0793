import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromDecimal, hashBytes, tilePath, tileWidth, type TileReader, type TileRef } from '@rujukan/tlog';

/** Longest file that is read whole: a full bundle of the longest entries. */
const longestFile = tileWidth * (2 + 65_535);

/** A log as files: docs/audit-export.md. */
export class ExportFolder implements TileReader {
  constructor(private readonly folder: string) {}

  /** The newest signed head; null when there is none. */
  checkpoint(): string | null {
    return this.#text('checkpoint');
  }

  /** Earlier signed heads in the order of their sizes: those named with a size above `after`, up to `last`. */
  earlierCheckpoints(after = -1n, last = 2n ** 64n): { where: string; note: string }[] {
    const folder = join(this.folder, 'checkpoints');
    if (!existsSync(folder)) return [];
    const sizes = readdirSync(folder)
      .map(fromDecimal)
      .filter((size) => size !== null);
    return sizes
      .filter((size) => size > after && size <= last)
      .sort((one, other) => (one < other ? -1 : 1))
      .map((size) => ({ where: `checkpoints/${size}`, note: this.#text(`checkpoints/${size}`) ?? '' }));
  }

  /** The hashes of a tile; null when the file is missing or too short. A wider one serves as well. */
  tile(ref: TileRef): Uint8Array | null {
    for (const path of this.#pathsOf(ref)) {
      const bytes = this.#bytes(path);
      if (bytes && bytes.length >= ref.width * hashBytes) return bytes.subarray(0, ref.width * hashBytes);
    }
    return null;
  }

  /** The bytes of a bundle, which may be wider than asked for; null when the file is missing. */
  bundle(ref: TileRef): Buffer | null {
    for (const path of this.#pathsOf(ref)) {
      const bytes = this.#bytes(path);
      if (bytes) return bytes;
    }
    return null;
  }

  async readTiles(tiles: readonly TileRef[]): Promise<(Uint8Array | null)[]> {
    return tiles.map((tile) => this.tile(tile));
  }

  /** The file itself, the full one, and any that is partial and wider. */
  *#pathsOf(ref: TileRef): Generator<string> {
    yield tilePath(ref);
    if (ref.width === tileWidth) return;
    const full = tilePath({ ...ref, width: tileWidth });
    yield full;
    const partial = join(this.folder, `${full}.p`);
    const widths = existsSync(partial) ? readdirSync(partial).map(Number) : [];
    yield* widths
      .filter((width) => width > ref.width && width < tileWidth)
      .map((width) => tilePath({ ...ref, width }));
  }

  #bytes(path: string): Buffer | null {
    const file = join(this.folder, path);
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size <= longestFile ? readFileSync(file) : null;
  }

  #text(path: string): string | null {
    return this.#bytes(path)?.toString('utf8') ?? null;
  }
}
