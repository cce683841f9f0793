import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { auditTopic } from '@rujukan/audit-trail';
import { backOff, pauseUnless, startRawConsumer, type KafkaRecord, type Log } from '@rujukan/messaging';
import type { RunningConsumer } from '@rujukan/messaging';
import type { Part } from '@rujukan/worker';
import { Fenced } from '../../domain/fenced.js';
import type { SourceNumber } from '../../domain/entry.js';
import { TreeBehind } from '../../domain/tree-behind.js';
import type { LayTree } from './lay-tree.js';
import type { AppendEntries, Appended, LogRecord } from './append-entries.js';
import type { SequencerSeat } from './sequencer-seat.js';

export interface AppendEntriesOptions {
  readonly brokers: readonly string[];
  readonly log: Log;
  readonly groupId: string;
  readonly topic: string;
  /** Copies of each partition when the topic must be created. */
  readonly replication?: number;
}

/** Most entries in one transaction: a commit costs the same for one as for a thousand. */
const batchSize = 1_000;

/**
 * Feeds the audit topic to the log, while this process has the seat. There is no place for rejected records: whatever
 * comes is appended, and offsets are committed after the transaction is.
 */
export class AppendEntriesConsumer implements OnApplicationBootstrap, OnModuleDestroy, Part {
  private readonly stopping = new AbortController();
  private consumer: RunningConsumer | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly seat: SequencerSeat,
    private readonly appendEntries: AppendEntries,
    private readonly layTree: LayTree,
    private readonly options: AppendEntriesOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.running ??= this.run();
  }

  /** Lets the batch in hand finish, leaves the group, gives up the seat. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  isAlive(): boolean {
    return this.consumer?.isAlive() ?? true;
  }

  /** Waiting for the seat that another process holds is as ready as it gets. */
  isReady(): boolean {
    return this.consumer?.isReady() ?? true;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.seat.hold(signal, (epoch, until) => this.consume(epoch, until));
        failures = 0;
      } catch (error) {
        failures += 1;
        this.options.log.warn(
          { err: error, attempt: failures },
          'the seat at the log was lost; asking for it again',
        );
      }
      await pauseUnless(signal, backOff(failures));
    }
  }

  private async consume(epoch: number, until: AbortSignal): Promise<void> {
    const { topic, ...options } = this.options;
    const fenced = new AbortController();
    options.log.info({ version: epoch }, 'this process writes the log');
    await this.layTree.execute(epoch, until, (laid) =>
      options.log.info({ ...laid }, 'older entries got their place in the tree'),
    );
    if (until.aborted) return;
    this.consumer = startRawConsumer({
      ...options,
      topics: [topic],
      batchSize,
      onBatch: async (records) => {
        try {
          this.tell(await this.appendEntries.execute(records.map(toLogRecord), epoch));
        } catch (error) {
          // The seat is taken anew, and with it the rest of the tree is laid.
          if (error instanceof Fenced || error instanceof TreeBehind) fenced.abort();
          throw error;
        }
      },
    });
    await aborted(AbortSignal.any([until, fenced.signal]));
    await this.consumer.stop();
    this.consumer = undefined;
  }

  private tell({ appended, known, malformed, skipped, reused }: Appended): void {
    const { log } = this.options;
    log.debug({ count: appended }, 'entries appended');
    if (known > 0) log.info({ count: known }, 'records came again and were known');
    if (malformed > 0) log.error({ count: malformed }, 'records were no entries and are kept in quarantine');
    if (skipped > 0) log.error({ count: skipped }, 'a source skipped numbers');
    if (reused > 0) log.error({ count: reused }, 'a source used numbers twice');
  }
}

/**
 * The part of {@link AppendEntriesOptions} that is the same everywhere but in a test. The group is not the service's name: under that one
 * the service takes its events, and a group whose members read different topics hands partitions to those that do not read them.
 */
export const auditLog = { topic: auditTopic, groupId: 'audit-log' } as const;

function toLogRecord({ topic, partition, offset, headers, value }: KafkaRecord): LogRecord {
  const number = numberFrom(headers);
  return { topic, partition, offset, headers, bytes: value, ...(number ? { number } : {}) };
}

/** The number that the source's relay put on the record: `ce_source: /intake`, `ce_srcseq: 12`. */
function numberFrom(headers: Readonly<Record<string, string>>): SourceNumber | undefined {
  const src = /^\/([a-z][a-z0-9-]{0,63})$/.exec(headers['ce_source'] ?? '')?.[1];
  const srcSeq = /^[1-9]\d{0,14}$/.test(headers['ce_srcseq'] ?? '')
    ? Number(headers['ce_srcseq'])
    : undefined;
  return src !== undefined && srcSeq !== undefined ? { src, srcSeq } : undefined;
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
