import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { headsSince } from '../../storage/published.store.js';

export interface ListedCheckpoint {
  readonly size: number;
  /** The signed note, with cosignatures when it has them. */
  readonly checkpoint: string;
  readonly isCosigned: boolean;
  readonly createdAt: string;
}

/** Heads of the log above a size, from the smallest. */
@Injectable()
export class ListCheckpoints {
  constructor(private readonly database: DataSource) {}

  async execute(since: number, limit: number): Promise<ListedCheckpoint[]> {
    const heads = await headsSince(this.database, BigInt(since), limit);
    return heads.map(({ size, note, isCosigned, created }) => ({
      size: Number(size),
      checkpoint: note,
      isCosigned,
      createdAt: created.toISOString(),
    }));
  }
}
