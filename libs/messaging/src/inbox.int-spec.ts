import { randomUUID } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@rujukan/testing';
import { silentLog } from './fixtures/silent-log.js';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import { openedRecord, writeEffect, type Opened } from './fixtures/specimen-worker.js';
import { Inbox } from './inbox.js';
import type { BatchControl, KafkaRecord } from './kafka.js';
import { PartitionLost } from './partition-lost.js';

const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const calm: BatchControl = { heartbeat: () => Promise.resolve(), isRunning: () => true };

const records = (key: string, count: number): KafkaRecord[] =>
  range(count).map((n) => {
    const { topic, headers, value } = openedRecord(key, n);
    return {
      topic,
      headers,
      value,
      key: Buffer.from(key),
      partition: 0,
      offset: String(n),
      timestamp: new Date(0),
    };
  });

describe('the inbox', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
  });
  afterAll(() => db.close());

  const inbox = (batchLimitMs?: number) =>
    new Inbox({
      consumer: 'specimen',
      database: db.worker,
      handlerFor: () => (event, context) => writeEffect(event as Opened, context),
      log: silentLog,
      ...(batchLimitMs === undefined ? {} : { batchLimitMs }),
    });
  const effects = (key: string) =>
    db.owner.query<{ version: number; tx: string }[]>(
      'select version, xmin::text as tx from effect where key = $1 order by n',
      [key],
    );

  it('handles a batch in one transaction', async () => {
    const key = randomUUID();
    await inbox().handle(records(key, 10), calm);
    expect(new Set((await effects(key)).map((row) => row.tx)).size).toBe(1);
  });

  it('goes on in a new transaction when the time of one is up, and loses nothing', async () => {
    const key = randomUUID();
    await inbox(-1).handle(records(key, 5), calm);
    const rows = await effects(key);
    expect(rows.map((row) => row.version)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(rows.map((row) => row.tx)).size).toBe(5);
  });

  it('undoes all of it when the partition is lost on the way, so that its new owner does all of it', async () => {
    const key = randomUUID();
    const batch = records(key, 5);
    let beats = 0;
    const losing: BatchControl = {
      isRunning: () => true,
      heartbeat: () => (++beats === 4 ? Promise.reject(new PartitionLost('rebalance')) : Promise.resolve()),
    };
    await expect(inbox().handle(batch, losing)).rejects.toThrow(PartitionLost);
    expect(await effects(key)).toEqual([]);
    await inbox().handle(batch, calm);
    expect((await effects(key)).map((row) => row.version)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives two members that hold the same records each event to one of them', async () => {
    const key = randomUUID();
    const batch = records(key, 50);
    await Promise.all([inbox().handle(batch, calm), inbox().handle(batch, calm)]);
    expect((await effects(key)).map((row) => row.version)).toEqual(range(50));
  });
});
