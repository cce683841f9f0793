import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { hashBytes, type TileRef } from '@rujukan/tlog';
import { tilesIn } from '../../storage/tree.store.js';

/** One tile of hashes. A partial one is there for as long as the log is: it is the beginning of a wider one. */
@Injectable()
export class ReadTile {
  constructor(private readonly database: DataSource) {}

  async execute(tile: TileRef & { readonly level: number }): Promise<Outcome<Uint8Array, 'not-found'>> {
    const [hashes] = await tilesIn(this.database).readTiles([tile]);
    const bytes = tile.width * hashBytes;
    return hashes && hashes.length >= bytes ? done(hashes.subarray(0, bytes)) : refuse('not-found');
  }
}
