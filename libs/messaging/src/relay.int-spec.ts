import { randomBytes } from 'node:crypto';
import {
  eventually,
  expectNothingUnpublished,
  leakCheck,
  testBroker,
  testDatabase,
  type TestDatabase,
} from '@rujukan/testing';
import { RecordingBroker } from './fixtures/recording-publisher.js';
import { silentLog } from './fixtures/silent-log.js';
import { append, CreateSpecimen1000000000000, outboxRow } from './fixtures/specimen-service.js';
import { ensureTopics } from './kafka-admin.js';
import { openPublisher, type KafkaRecord, type OutgoingRecord } from './kafka.js';
import { startRawConsumer } from './raw-consumer.js';
import { Relay } from './relay.js';

jest.setTimeout(120_000);

const entries = 'audit.entries';
const facts = 'specimen.facts';
const numbers = (records: readonly OutgoingRecord[]) =>
  records.map((record) => Number(record.headers['ce_srcseq']));
const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('the relay', () => {
  const nothingLeft = leakCheck();
  let db: TestDatabase;
  let broker: RecordingBroker;
  const relays: Relay[] = [];

  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
    broker = new RecordingBroker();
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    await expectNothingUnpublished(db.owner);
    await db.close();
  });
  afterAll(() => nothingLeft());

  const relay = (more: { batchSize?: number; openPublisher?: RecordingBroker['open'] } = {}): Relay => {
    const made = new Relay({
      service: 'specimen',
      database: db.worker,
      openPublisher: broker.open,
      log: silentLog,
      idleMs: 5,
      ...more,
    });
    relays.push(made);
    return made;
  };
  const sent = (count: number) =>
    eventually(`${count} records to be sent`, () => broker.records.length >= count, { withinMs: 45_000 });
  const emptied = () => expectNothingUnpublished(db.owner);

  it('sends facts under their own key, in order, and deletes them', async () => {
    await append(db.app, ...range(25).map((n) => outboxRow(facts, n % 2 ? 'a' : 'b', String(n))));
    relay({ batchSize: 7 }).start();
    await sent(25);
    await emptied();
    expect(broker.texts('a')).toEqual(
      range(25)
        .filter((n) => n % 2)
        .map(String),
    );
    expect(broker.texts('b')).toEqual(
      range(25)
        .filter((n) => n % 2 === 0)
        .map(String),
    );
    expect(broker.records.every((record) => record.headers['ce_srcseq'] === undefined)).toBe(true);
  });

  it('numbers audit entries from 1 without a hole and sends them under the name of the source', async () => {
    await append(
      db.app,
      ...range(5).map((n) => outboxRow(entries, 'x', String(n))),
      outboxRow(facts, 'a', 'fact'),
    );
    relay({ batchSize: 2 }).start();
    await sent(6);
    const audit = broker.records.filter((record) => record.topic === entries);
    expect(numbers(audit)).toEqual([1, 2, 3, 4, 5]);
    expect(audit.map((record) => record.key)).toEqual(Array(5).fill('specimen'));
    expect(audit.map((record) => record.headers['ce_source'])).toEqual(Array(5).fill('/specimen'));
  });

  it.each(['before', 'after'] as const)(
    'sends the same ids with the same numbers again when a send failed %s the broker stored it',
    async (failure) => {
      broker.failures = [failure, failure];
      await append(db.app, ...range(6).map((n) => outboxRow(entries, 'x', String(n))));
      relay({ batchSize: 4 }).start();
      await sent(failure === 'after' ? 14 : 6);
      await emptied();
      const numberOf = new Map<string, Set<number>>();
      for (const { headers } of broker.records) {
        const known = numberOf.get(headers['ce_id']!) ?? new Set();
        numberOf.set(headers['ce_id']!, known.add(Number(headers['ce_srcseq'])));
      }
      expect([...numberOf.values()].map((set) => [...set])).toEqual([[1], [2], [3], [4], [5], [6]]);
      expect(broker.texts('specimen')).toEqual(range(6).map(String));
      expect(broker.opened).toBe(3);
      expect(broker.closed).toBeGreaterThanOrEqual(2);
    },
  );

  it('keeps numbers in order when a slow transaction leaves a lower position behind', async () => {
    const slow = db.app.createQueryRunner();
    await slow.startTransaction();
    await append(slow.manager, outboxRow(entries, 'x', 'slow'));
    await append(db.app, outboxRow(entries, 'x', 'fast'));
    broker.failures = ['before'];
    broker.duringSend = async () => {
      broker.duringSend = () => Promise.resolve();
      await slow.commitTransaction();
    };
    relay().start();
    await sent(2);
    expect(broker.texts('specimen')).toEqual(['fast', 'slow']);
    expect(numbers(broker.records)).toEqual([1, 2]);
    await slow.release();
  });

  it('loses nothing that a slow transaction commits after later rows were sent', async () => {
    const slow = db.app.createQueryRunner();
    await slow.startTransaction();
    await append(slow.manager, outboxRow(facts, 'slow', 'slow'));
    await append(db.app, ...range(20).map((n) => outboxRow(facts, 'fast', String(n))));
    relay({ batchSize: 5 }).start();
    await sent(20);
    await slow.commitTransaction();
    await slow.release();
    await sent(21);
    expect(broker.texts('slow')).toEqual(['slow']);
  });

  it('is one at a time: two relays send everything once and in order', async () => {
    await append(db.app, ...range(250).map((n) => outboxRow(n % 3 ? facts : entries, 'a', String(n))));
    relay({ batchSize: 10 }).start();
    relay({ batchSize: 10 }).start();
    await sent(250);
    await emptied();
    expect(broker.records).toHaveLength(250);
    expect(relays.filter((one) => one.isActive())).toHaveLength(1);
    expect(numbers(broker.records.filter((record) => record.topic === entries))).toEqual(range(83));
  });

  it('hands over to another relay when it stops', async () => {
    const first = relay();
    first.start();
    await eventually('the first to be active', () => first.isActive());
    const second = relay();
    second.start();
    await first.stop();
    await append(db.app, outboxRow(entries, 'x', 'later'));
    await sent(1);
    expect(second.isActive()).toBe(true);
  });

  it('goes on with its numbers when its connection is cut in the middle of a send', async () => {
    await append(db.app, ...range(3).map((n) => outboxRow(entries, 'x', String(n))));
    broker.duringSend = async () => {
      broker.duringSend = () => Promise.resolve();
      await db.cut('worker');
    };
    relay().start();
    await sent(6);
    await append(db.app, outboxRow(entries, 'x', '4'));
    await sent(7);
    expect(broker.texts('specimen')).toEqual(['1', '2', '3', '4']);
    expect(new Set(numbers(broker.records))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('brings bytes and headers to the real broker', async () => {
    const topic = `spec.relay.${randomBytes(4).toString('hex')}`;
    const address = { brokers: testBroker(), clientId: 'spec', log: silentLog };
    await ensureTopics(address, {
      topics: [
        {
          name: topic,
          owner: 'specimen',
          key: 'id',
          partitions: 3,
          retentionDays: 1,
          classification: 'pseudonymous',
          types: [],
        },
      ],
    });
    await append(db.app, ...range(1_200).map((n) => outboxRow(topic, `key-${n % 4}`, String(n))));
    relay({ openPublisher: () => openPublisher(address) }).start();
    const seen: KafkaRecord[] = [];
    const consumer = startRawConsumer({
      brokers: testBroker(),
      groupId: topic,
      topics: [topic],
      log: silentLog,
      onBatch: (records) => Promise.resolve(void seen.push(...records)),
    });
    await eventually('all records', () => seen.length === 1_200, { withinMs: 45_000 });
    await consumer.stop();
    const ofOneKey = seen
      .filter((record) => record.key?.toString() === 'key-1')
      .map((record) => Number(record.value));
    expect(ofOneKey).toEqual(range(1_200).filter((n) => n % 4 === 1));
  });
});
