import { hashBytes } from './merkle.js';
import { tilePath, type TileRef } from './tiles.js';

/** Where tiles are kept. */
export interface TileReader {
  /**
   * The hashes of each tile that is asked for, in the order in which they are asked for. A tile may come wider than
   * asked for, because it has grown since; null where there is none. All tiles of a proof are asked for at once.
   */
  readTiles(tiles: readonly TileRef[]): Promise<readonly (Uint8Array | null)[]>;
}

/** A tile is not there, or is too short to be the one of this tree. */
export class TileMissing extends Error {
  constructor(readonly path: string) {
    super(`${path} is missing or too short`);
  }
}

/** Reads tiles once each. @throws {@link TileMissing} */
export async function readTiles(
  reader: TileReader,
  tiles: readonly TileRef[],
): Promise<(tile: TileRef) => Uint8Array> {
  const wanted = [...new Map(tiles.map((tile) => [tilePath(tile), tile])).values()];
  const read = wanted.length === 0 ? [] : await reader.readTiles(wanted);
  const found = new Map(
    wanted.map((tile, at) => {
      const hashes = read[at];
      if (!hashes || hashes.length < tile.width * hashBytes) throw new TileMissing(tilePath(tile));
      return [tilePath(tile), hashes.subarray(0, tile.width * hashBytes)];
    }),
  );
  return (tile) => found.get(tilePath(tile))!;
}
