import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { edgeAt, emptyEdge, grow, leafHash, nodeCrypto, type Edge } from '@rujukan/tlog';
import { lockHead, moveHead } from '../../storage/log.store.js';
import { readBodies, saveTiles, tilesIn } from '../../storage/tree.store.js';

const { sha256 } = nodeCrypto;

/** Entries in one transaction. */
const step = 2_048;

/** How far it is: entries in the tree, of so many. */
export interface Laid {
  readonly position: number;
  readonly to: number;
}

/**
 * Gives entries that are older than the tree their place in it: those of before there was one, and those that an earlier
 * release appended. Step by step, each whole or not at all, so that it can end anywhere and go on.
 */
@Injectable()
export class LayTree {
  constructor(private readonly database: DataSource) {}

  /**
   * Returns when every entry is in the tree, or `until` says to stop.
   *
   * @throws `Fenced` when another sequencer took over.
   */
  async execute(epoch: number, until: AbortSignal, tell: (laid: Laid) => void): Promise<void> {
    let edge = emptyEdge;
    while (!until.aborted) {
      const laid = await this.lay(epoch, edge);
      if (laid === undefined) return;
      edge = laid.edge;
      tell(laid);
    }
  }

  private lay(epoch: number, known: Edge): Promise<(Laid & { edge: Edge }) | undefined> {
    return this.database.transaction(async (tx) => {
      const { size, treeSize } = await lockHead(tx, epoch);
      if (treeSize === size) return undefined;
      const from = BigInt(treeSize);
      const edge = known.size === from ? known : await edgeAt(from, tilesIn(tx));
      const bodies = await readBodies(tx, from, Math.min(step, size - treeSize));
      if (bodies.length === 0) throw new Error(`entry ${from} is missing`);
      const growth = grow(
        sha256,
        edge,
        bodies.map((bytes) => leafHash(sha256, bytes)),
      );
      await saveTiles(tx, growth.tiles);
      await moveHead(tx, size, { size: growth.edge.size, root: growth.root });
      return { position: Number(growth.edge.size), to: size, edge: growth.edge };
    });
  }
}
