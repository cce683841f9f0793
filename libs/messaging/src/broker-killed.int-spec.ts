import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  eventually,
  expectNothingUnpublished,
  leakCheck,
  testDatabase,
  type TestDatabase,
} from '@rujukan/testing';
import { prepareKafka } from '../../../deploy/stack/kafka.mjs';
import { layoutOf } from '../../../deploy/stack/paths.mjs';
import { freePorts } from '../../../deploy/stack/ports.mjs';
import { silentLog } from './fixtures/silent-log.js';
import { append, CreateSpecimen1000000000000, outboxRow } from './fixtures/specimen-service.js';
import {
  openedRecord,
  reactions,
  specimenWorker,
  writeEffect,
  type SpecimenApp,
} from './fixtures/specimen-worker.js';
import { ensureTopics } from './kafka-admin.js';
import { openPublisher, type KafkaRecord } from './kafka.js';
import { startRawConsumer, type RunningConsumer } from './raw-consumer.js';
import { Relay } from './relay.js';

jest.setTimeout(180_000);

const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const withinMs = 90_000;

describe('when the broker is killed under load', () => {
  const nothingLeft = leakCheck();
  const layout = layoutOf(`.run/test-broker-${process.pid}`);
  let kafka: Awaited<ReturnType<typeof prepareKafka>>;
  let broker: Awaited<ReturnType<typeof kafka.start>>;
  let db: TestDatabase;
  let relay: Relay;
  let worker: SpecimenApp;
  let log: RunningConsumer;
  const logged: KafkaRecord[] = [];

  beforeAll(async () => {
    const [port = 0, controllerPort = 0] = await freePorts(2);
    kafka = await prepareKafka(layout, { port, controllerPort });
    broker = await kafka.start();
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
    const brokers = [kafka.brokers];
    const address = { brokers, clientId: 'spec', log: silentLog };
    await ensureTopics(address);
    worker = await specimenWorker(db.worker, brokers, { group: 'specimen' });
    log = startRawConsumer({
      brokers,
      groupId: 'log',
      topics: ['audit.entries'],
      log: silentLog,
      onBatch: (records) => Promise.resolve(void logged.push(...records)),
    });
    relay = new Relay({
      service: 'specimen',
      database: db.worker,
      openPublisher: () => openPublisher(address),
      log: silentLog,
      batchSize: 50,
    });
    relay.start();
  });
  afterAll(async () => {
    await Promise.all([relay.stop(), log.stop(), worker.app.close()]);
    await broker.stop();
    await db.close();
    rmSync(layout.root, { recursive: true, force: true });
    await nothingLeft();
  });

  const count = async (): Promise<number> =>
    (await db.owner.query<{ n: number }[]>('select count(*)::int as n from effect'))[0]?.n ?? 0;
  const write = (keys: readonly string[], version: number) =>
    append(
      db.app,
      ...keys.flatMap((key) => {
        const { topic, headers, value } = openedRecord(key, version);
        const entry = outboxRow('audit.entries', 'x', `${key}/${version}`);
        return [{ ...outboxRow(topic, key, ''), id: headers['ce_id']!, headers, payload: value }, entry];
      }),
    );

  it('loses nothing, doubles no effect, keeps the order of each key and the numbers of the source', async () => {
    const keys = range(20).map(() => randomUUID());
    for (const key of keys) reactions.set(key, writeEffect);

    for (const version of range(20)) await write(keys, version);
    await eventually('the first effects', async () => (await count()) > 0, { withinMs });
    process.kill(broker.pid, 'SIGKILL');
    for (const version of range(20)) await write(keys, 20 + version);
    await broker.ended;
    broker = await kafka.start();
    for (const version of range(20)) await write(keys, 40 + version);

    await eventually('every effect', async () => (await count()) >= 1_200, { withinMs });
    await expectNothingUnpublished(db.owner);
    for (const key of keys) {
      const rows = await db.owner.query<{ version: number }[]>(
        'select version from effect where key = $1 order by n',
        [key],
      );
      expect(rows.map((row) => row.version)).toEqual(range(60));
    }

    const numbers = () => [...new Set(logged.map((record) => Number(record.headers['ce_srcseq'])))];
    await eventually('every audit entry', () => numbers().length === 1_200, { withinMs });
    expect(numbers()).toEqual(range(1_200));
    const entryOf = new Map(logged.map((record) => [record.headers['ce_srcseq'], record.headers['ce_id']]));
    expect(
      logged.every((record) => entryOf.get(record.headers['ce_srcseq']) === record.headers['ce_id']),
    ).toBe(true);
    expect([log.isAlive(), worker.strategy.isAlive(), relay.isAlive()]).toEqual([true, true, true]);
  });
});
