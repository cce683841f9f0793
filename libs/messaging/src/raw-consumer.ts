import { topics as contractTopics } from '@rujukan/contracts';
import { PartitionLost } from './partition-lost.js';
import { ensureTopics } from './kafka-admin.js';
import { openSession, type BatchControl, type KafkaRecord, type Session, type SessionEnd } from './kafka.js';
import type { Log } from './log.js';
import { backOff, pauseUnless } from './pause.js';

export interface RawConsumerOptions {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly log: Log;
  /** Most records handed over at once; default 500. */
  readonly batchSize?: number;
  /** Partitions worked on at the same time; default 1. */
  readonly concurrency?: number;
  /** Copies of each partition when one of the topics is missing and must be created; default 1. */
  readonly replication?: number;
  /**
   * Gets records of one partition in order, values untouched. Offsets are committed after it resolves; when it
   * rejects, the same records come again, after a pause that doubles up to five seconds.
   */
  onBatch(records: readonly KafkaRecord[], control: BatchControl): Promise<void>;
}

export interface RunningConsumer {
  /** Member of the group, with its partitions. */
  isReady(): boolean;
  /** False when the client gave up for good or a batch has hung for a minute: the process should be restarted. */
  isAlive(): boolean;
  /** Stops fetching, lets the batch in hand finish (at most 10 s), leaves the group. */
  stop(): Promise<void>;
}

/** Starts to consume in the background and keeps doing so through every outage of the broker. */
export function startRawConsumer(options: RawConsumerOptions): RunningConsumer {
  const consumer = new SupervisedConsumer(options);
  consumer.start();
  return consumer;
}

const hungAfterMs = 60_000;
const patienceAtStopMs = 10_000;

class SupervisedConsumer implements RunningConsumer {
  private session: Session | undefined;
  private running: Promise<void> | undefined;
  private isJoined = false;
  private isBroken = false;
  private failures = 0;
  /** Last sign of life of each partition that is being worked on. */
  private readonly busy = new Map<string, number>();
  private readonly stopping = new AbortController();

  constructor(private readonly options: RawConsumerOptions) {}

  start(): void {
    this.running = this.supervise();
  }

  isReady(): boolean {
    return this.isJoined;
  }

  isAlive(): boolean {
    const since = performance.now() - hungAfterMs;
    return !this.isBroken && [...this.busy.values()].every((at) => at > since);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const stopped = new AbortController();
    const finished = Promise.all([this.session?.stop(), this.running]).finally(() => stopped.abort());
    await Promise.race([finished, pauseUnless(stopped.signal, patienceAtStopMs)]);
    this.isJoined = false;
  }

  private async supervise(): Promise<void> {
    const { signal } = this.stopping;
    const stopped = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    while (!signal.aborted) {
      const end = await this.runOnce(stopped);
      this.isJoined = false;
      if (!end) return;
      this.isBroken = !end.isRetriable;
      this.failures += 1;
      this.options.log.warn(
        { err: end.error, attempt: this.failures, consumer: this.options.groupId },
        'consumer lost its broker; joining again',
      );
      await pauseUnless(signal, backOff(this.failures));
    }
  }

  /** One life of the client's consumer, from joining to its end; undefined when it was stopped. */
  private async runOnce(stopped: Promise<undefined>): Promise<SessionEnd | undefined> {
    const { brokers, groupId, topics, log, batchSize = 500, concurrency = 1, replication = 1 } = this.options;
    const address = { brokers, clientId: groupId, log };
    try {
      await ensureTopics(address, {
        replication,
        topics: contractTopics.filter((topic) => topics.includes(topic.name)),
      });
      this.session = await openSession({
        ...address,
        groupId,
        topics,
        batchSize,
        concurrency,
        onBatch: (records, control) => this.untilDone(records, control),
        onJoined: () => {
          this.isJoined = true;
          this.isBroken = false;
          this.failures = 0;
        },
      });
      if (this.stopping.signal.aborted) await this.session.stop();
      return await Promise.race([this.session.ended, stopped]);
    } catch (error) {
      return { error: error as Error, isRetriable: true };
    }
  }

  /** @returns false when the consumer was stopped before the batch succeeded. */
  private async untilDone(records: readonly KafkaRecord[], control: BatchControl): Promise<boolean> {
    const { topic, partition, offset } = records[0]!;
    const watched = new WatchedBatch(control, () =>
      this.busy.set(`${topic}/${partition}`, performance.now()),
    );
    try {
      for (let attempt = 1; control.isRunning(); attempt += 1) {
        const error = await watched.attempt(() => this.options.onBatch(records, watched));
        if (error === undefined) return true;
        this.options.log.warn(
          { err: error, attempt, topic, partition, offset },
          'batch failed; trying it again',
        );
        await watched.attempt(() => this.waitWithHeartbeats(backOff(attempt), watched));
      }
      return false;
    } finally {
      this.busy.delete(`${topic}/${partition}`);
    }
  }

  /** The partition stays ours while the database is away, and a stop does not have to wait. */
  private async waitWithHeartbeats(ms: number, control: BatchControl): Promise<void> {
    const until = performance.now() + ms;
    while (control.isRunning() && !this.stopping.signal.aborted && performance.now() < until) {
      await pauseUnless(this.stopping.signal, Math.min(200, ms));
      await control.heartbeat();
    }
  }
}

/** Notes each sign of life, and lets the loss of the partition through to the client unchanged. */
class WatchedBatch implements BatchControl {
  private lost: Error | undefined;

  constructor(
    private readonly control: BatchControl,
    private readonly beat: () => void,
  ) {}

  isRunning(): boolean {
    return this.control.isRunning();
  }

  async heartbeat(): Promise<void> {
    this.beat();
    try {
      await this.control.heartbeat();
    } catch (error) {
      this.lost = error as Error;
      throw new PartitionLost(error);
    }
  }

  /** @returns why the work failed. @throws the client's own error when the partition was lost in it. */
  async attempt(work: () => Promise<void>): Promise<Error | undefined> {
    this.beat();
    try {
      await work();
      return undefined;
    } catch (error) {
      if (this.lost) throw this.lost;
      return error as Error;
    }
  }
}
