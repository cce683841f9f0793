import type { DataSource, QueryRunner } from 'typeorm';
import { topics } from '@rujukan/contracts';
import type { OutgoingRecord, Publisher } from './kafka.js';
import type { Log } from './log.js';
import { backOff, pauseUnless } from './pause.js';

export interface RelayOptions {
  /** Owning service: the source whose entries are numbered. */
  readonly service: string;
  readonly database: DataSource;
  readonly openPublisher: () => Promise<Publisher>;
  readonly log: Log;
  /** Most rows sent at once; default 500. */
  readonly batchSize?: number;
  /** Pause after an empty look, milliseconds; default 25, and 50 when nothing came for a second. */
  readonly idleMs?: number;
}

interface Row {
  readonly pos: string;
  readonly topic: string;
  readonly aggregateid: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
  readonly src_seq: string | null;
}

const numberedTopic = topics.find((topic) => topic.owner === '*')!.name;

/**
 * Sends what the outbox holds, then deletes it. One relay is active per database: it holds an advisory lock on the
 * connection that it works with, so that a relay which lost its lock can no longer do anything either.
 */
export class Relay {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private publisher: Publisher | undefined;
  private holdsLock = false;
  private failures = 0;
  private lastProgress = performance.now();
  private lastFind = 0;

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the send in hand, then lets another relay take over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** True while this relay, and not one in another process, is the one that sends. */
  isActive(): boolean {
    return this.holdsLock;
  }

  /** False when the loop has hung for a minute; an outage of broker or database does not count. */
  isAlive(): boolean {
    return performance.now() - this.lastProgress < 60_000;
  }

  /** A relay that waits for its turn is as ready as one that sends. */
  isReady(): boolean {
    return this.failures === 0;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const connection = this.options.database.createQueryRunner();
      try {
        await this.relayOn(connection);
      } catch (error) {
        this.failures += 1;
        this.options.log.warn(
          { err: error, attempt: this.failures },
          'relay lost its database; connecting again',
        );
      }
      await this.letGo(connection);
      this.lastProgress = performance.now();
      await pauseUnless(signal, backOff(this.failures));
    }
    await this.dropPublisher();
  }

  /** @throws when the connection, and with it the lock, is lost. */
  private async relayOn(connection: QueryRunner): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted && !(this.holdsLock = await takeLock(connection))) {
      this.lastProgress = performance.now();
      await pauseUnless(signal, 500);
    }
    this.failures = 0;
    await connection.query('insert into relay_source (src) values ($1) on conflict do nothing', [
      this.options.service,
    ]);
    // An empty send opens the publisher before the first event has to wait for it.
    await this.publish([]);
    let rows = await numberedBefore(connection);
    while (!signal.aborted) {
      rows = rows.length > 0 ? await this.send(connection, rows) : await this.look(connection);
      this.lastProgress = performance.now();
    }
  }

  /** Sends and deletes. A failed send drops the publisher and reads again: same ids, same numbers. */
  private async send(connection: QueryRunner, rows: readonly Row[]): Promise<Row[]> {
    if (await this.publish(rows)) {
      await connection.query('delete from outbox where pos = any($1::bigint[])', [
        rows.map((row) => row.pos),
      ]);
      this.failures = 0;
      return nextRows(connection, this.options);
    }
    this.failures += 1;
    await pauseUnless(this.stopping.signal, backOff(this.failures));
    return numberedBefore(connection);
  }

  private async look(connection: QueryRunner): Promise<Row[]> {
    const rows = await nextRows(connection, this.options);
    const isQuiet = performance.now() - this.lastFind > 1_000;
    if (rows.length > 0) this.lastFind = performance.now();
    else await pauseUnless(this.stopping.signal, this.options.idleMs ?? (isQuiet ? 50 : 25));
    return rows;
  }

  private async letGo(connection: QueryRunner): Promise<void> {
    this.holdsLock = false;
    try {
      if (!connection.isReleased) await connection.query('select pg_advisory_unlock_all()');
    } catch (error) {
      this.options.log.debug({ err: error }, 'the connection is gone, and the lock with it');
    }
    await connection.release();
  }

  private async publish(rows: readonly Row[]): Promise<boolean> {
    try {
      this.publisher ??= await this.options.openPublisher();
      await this.publisher.publish(rows.map((row) => toRecord(row, this.options.service)));
      return true;
    } catch (error) {
      this.options.log.warn({ err: error, count: rows.length }, 'relay could not publish; trying again');
      await this.dropPublisher();
      return false;
    }
  }

  // After a failed send kafkajs may reuse a sequence number that the broker did store: that producer is not trusted again.
  private async dropPublisher(): Promise<void> {
    const { publisher } = this;
    this.publisher = undefined;
    try {
      await publisher?.close();
    } catch (error) {
      this.options.log.debug({ err: error }, 'a failed publisher could not be closed');
    }
  }
}

async function takeLock(connection: QueryRunner): Promise<boolean> {
  const rows = (await connection.query(`select pg_try_advisory_lock(hashtext('outbox relay')) as mine`)) as {
    mine: boolean;
  }[];
  return rows[0]?.mine === true;
}

/**
 * Rows that have a number were sent before, or may have been. They go first and alone, in the order of their numbers:
 * a slow transaction can leave a lower position with a higher number.
 */
const numberedBefore = (connection: QueryRunner): Promise<Row[]> =>
  connection.query(
    `select pos, topic, aggregateid, headers, payload, src_seq from outbox where src_seq is not null order by src_seq`,
  ) as Promise<Row[]>;

/**
 * The oldest rows in one round trip, audit entries numbered on the way. Numbers are taken and remembered in one
 * transaction, so they have no holes; nothing is written when nothing waits.
 */
async function nextRows(connection: QueryRunner, { service, batchSize = 500 }: RelayOptions): Promise<Row[]> {
  const waiting = (await connection.query('select 1 from outbox limit 1')) as unknown[];
  if (waiting.length === 0) return [];
  return connection.query(
    `with picked as materialized (
       select pos, topic, aggregateid, headers, payload from outbox where src_seq is null order by pos limit $1
     ), entries as materialized (
       select pos, row_number() over (order by pos) - 1 as n from picked where topic = $3
     ), source as (
       update relay_source set next_seq = next_seq + (select count(*) from entries)
       where src = $2 and exists (select 1 from entries)
       returning next_seq - (select count(*) from entries) as first
     ), numbered as (
       update outbox set src_seq = source.first + entries.n from entries, source
       where outbox.pos = entries.pos returning outbox.pos, outbox.src_seq
     )
     select picked.*, numbered.src_seq from picked left join numbered using (pos) order by pos`,
    [batchSize, service, numberedTopic],
  ) as Promise<Row[]>;
}

const toRecord = (row: Row, service: string): OutgoingRecord =>
  row.src_seq === null
    ? { topic: row.topic, key: row.aggregateid, headers: row.headers, value: row.payload }
    : {
        topic: row.topic,
        // One source stays in one partition, so its numbers arrive in order.
        key: service,
        headers: { ...row.headers, ce_source: `/${service}`, ce_srcseq: row.src_seq },
        value: row.payload,
      };
