import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import { edgeAt, emptyEdge, grow, leafHash, nodeCrypto, type Edge } from '@rujukan/tlog';
import { complete, malformed, type Entry, type SourceNumber } from '../../domain/entry.js';
import { place, type Progress } from '../../domain/numbering.js';
import { readRecord } from '../../domain/record.js';
import { TreeBehind } from '../../domain/tree-behind.js';
import * as log from '../../storage/log.store.js';
import { saveTiles, tilesIn } from '../../storage/tree.store.js';

const { sha256 } = nodeCrypto;

/** A record of the audit topic as it came from the broker. */
export interface LogRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** The number its source gave it; absent when the headers hold none. */
  readonly number?: SourceNumber;
}

export interface Appended {
  readonly appended: number;
  /** Records that the log held already: a batch that was delivered again. */
  readonly known: number;
  readonly malformed: number;
  /** Numbers that skipped others, and numbers that another entry carries already. */
  readonly skipped: number;
  readonly reused: number;
}

interface Candidate {
  readonly record: LogRecord;
  readonly entry: Entry;
  readonly isMalformed: boolean;
}

/** Gives each record its place in the log: one transaction per batch, nothing refused, nothing twice. */
@Injectable()
export class AppendEntries {
  /** The right edge of the tree, as it was after the last batch that this process committed. */
  private edge: Edge = emptyEdge;

  constructor(
    private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Appends a batch. When it returns, the batch is durable and its offsets may be committed; the same batch again
   * appends nothing.
   *
   * @throws `Fenced` when another sequencer took over: the caller must stop. {@link TreeBehind} while older entries wait
   *   for their place in the tree.
   */
  async execute(records: readonly LogRecord[], epoch: number): Promise<Appended> {
    const { appended, edge } = await this.database.transaction(async (tx) => {
      const { size, treeSize } = await log.lockHead(tx, epoch);
      if (treeSize !== size) throw new TreeBehind(treeSize, size);
      const now = this.clock.now();
      const candidates = records.map((record) => candidateOf(record, now));
      const fresh = await this.unknown(tx, candidates, size);
      const { progress, skipped, reused } = await this.number(tx, fresh);
      const edge = fresh.length > 0 ? await this.write(tx, fresh, size) : this.edge;
      await log.saveProgress(tx, progress, now);
      const appended = {
        appended: fresh.length,
        known: records.length - fresh.length,
        malformed: fresh.filter(({ isMalformed }) => isMalformed).length,
        skipped,
        reused,
      };
      return { appended, edge };
    });
    this.edge = edge; // the transaction is committed
    return appended;
  }

  private async unknown(tx: EntityManager, candidates: readonly Candidate[], size: number) {
    const known = await log.findKnown(
      tx,
      candidates.map(({ entry }) => entry.part.id),
      size,
    );
    return candidates.filter(({ entry: { part } }) => {
      if (known.has(part.id)) return false;
      known.add(part.id); // the same record twice in one batch
      return true;
    });
  }

  private async number(tx: EntityManager, fresh: readonly Candidate[]) {
    const numbered = fresh.filter(({ record }) => record.number);
    const progress = await log.progressOf(tx, [...new Set(numbered.map(({ entry }) => entry.src))]);
    let skipped = 0;
    let reused = 0;
    for (const { entry } of numbered) {
      const placed = place(progress.get(entry.src) ?? beginning, entry.srcSeq);
      progress.set(entry.src, placed.progress);
      if (placed.kind === 'ahead') skipped += placed.skipped.missing;
      if (placed.kind === 'reused') reused += 1;
    }
    return { progress, skipped, reused };
  }

  private async write(tx: EntityManager, fresh: readonly Candidate[], size: number): Promise<Edge> {
    const entries = fresh.map(({ entry }) => entry);
    await log.insertEntries(tx, entries, size);
    await log.quarantine(
      tx,
      fresh.flatMap(({ record, isMalformed }, at) => (isMalformed ? [{ ...record, seq: size + at }] : [])),
    );
    const { edge, root, tiles } = grow(
      sha256,
      await this.edgeAt(tx, size),
      entries.map(({ bytes }) => leafHash(sha256, bytes)),
    );
    await saveTiles(tx, tiles);
    await log.moveHead(tx, size + fresh.length, { size: edge.size, root });
    return edge;
  }

  /** From memory, unless another process appended meanwhile. */
  private async edgeAt(tx: EntityManager, size: number): Promise<Edge> {
    return this.edge.size === BigInt(size) ? this.edge : edgeAt(BigInt(size), tilesIn(tx));
  }
}

const beginning: Progress = { last: 0, gaps: [] };

function candidateOf(record: LogRecord, now: Date): Candidate {
  const arrival = { record: record.bytes, number: record.number ?? placeNumber(record), recorded: now };
  const part = readRecord(record.bytes);
  const entry = part.ok ? complete(part.value, arrival) : part;
  if (entry.ok) return { record, entry: entry.value, isMalformed: false };
  return {
    record,
    entry: malformed(entry.reason, arrival, randomBytes(16).toString('hex')),
    isMalformed: true,
  };
}

/** A record without a number is known by the place where the broker keeps it. */
const placeNumber = ({ topic, partition, offset }: LogRecord): SourceNumber => ({
  src: `${topic}/${partition}`,
  srcSeq: Number(offset) + 1,
});
