import { randomBytes } from 'node:crypto';
import { eventually, leakCheck, testBroker } from '@rujukan/testing';
import { ensureTopics } from './kafka-admin.js';
import { openPublisher, type KafkaRecord, type Publisher } from './kafka.js';
import { startRawConsumer, type RunningConsumer } from './raw-consumer.js';
import { silentLog } from './fixtures/silent-log.js';

jest.setTimeout(120_000);

const suffix = randomBytes(4).toString('hex');
const topic = `spec.raw.${suffix}`;
const specimen = {
  name: topic,
  owner: 'spec',
  key: 'id',
  partitions: 2,
  retentionDays: 1,
  classification: 'pseudonymous',
  types: [],
};

describe('a raw consumer', () => {
  const nothingLeft = leakCheck();
  const address = { brokers: testBroker(), clientId: 'spec', log: silentLog };
  const running: RunningConsumer[] = [];
  let publisher: Publisher;

  beforeAll(async () => {
    await ensureTopics(address, { topics: [specimen] });
    publisher = await openPublisher(address);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((consumer) => consumer.stop()));
  });
  afterAll(async () => {
    await publisher.close();
    await nothingLeft();
  });

  const consume = (
    groupId: string,
    onBatch: (records: readonly KafkaRecord[]) => Promise<void>,
    from = topic,
  ) => {
    const consumer = startRawConsumer({
      brokers: testBroker(),
      groupId,
      topics: [from],
      log: silentLog,
      onBatch,
    });
    running.push(consumer);
    return consumer;
  };
  const publish = (key: string, ...values: string[]) =>
    publisher.publish(
      values.map((value) => ({ topic, key, headers: { ce_id: value }, value: Buffer.from(value) })),
    );
  const texts = (records: readonly KafkaRecord[], key: string) =>
    records.filter((record) => record.key?.toString() === key).map((record) => record.value.toString());

  it('hands over bytes, key and headers as they were sent, in order', async () => {
    const seen: KafkaRecord[] = [];
    const bytes = Buffer.from([0, 255, 123, 34]);
    await publisher.publish([{ topic, key: 'bytes', headers: { ce_id: '{"not":"parsed"}' }, value: bytes }]);
    await publish('order', '1', '2', '3');
    consume(`raw-bytes-${suffix}`, (records) => Promise.resolve(void seen.push(...records)));

    await eventually(
      'all records',
      () => texts(seen, 'order').length === 3 && texts(seen, 'bytes').length === 1,
      {
        withinMs: 45_000,
      },
    );
    expect(texts(seen, 'order')).toEqual(['1', '2', '3']);
    const first = seen.find((record) => record.key?.toString() === 'bytes');
    expect(first?.value.equals(bytes)).toBe(true);
    expect(first?.headers).toEqual({ ce_id: '{"not":"parsed"}' });
  });

  it('gives the same records again when the work fails, and nothing twice after it succeeded', async () => {
    const tries: string[][] = [];
    let fails = 2;
    const group = `raw-retry-${suffix}`;
    await publish('retry', 'a', 'b');
    const consumer = consume(group, (records) => {
      const mine = texts(records, 'retry');
      if (mine.length === 0) return Promise.resolve();
      tries.push(mine);
      return fails-- > 0 ? Promise.reject(new Error('database away')) : Promise.resolve();
    });
    await eventually('three tries', () => tries.length === 3, { withinMs: 45_000 });
    expect(tries).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    await consumer.stop();

    const later: string[] = [];
    consume(group, (records) => Promise.resolve(void later.push(...texts(records, 'retry'))));
    await publish('retry', 'c');
    await eventually('the next record', () => later.length > 0, { withinMs: 45_000 });
    expect(later).toEqual(['c']);
  });

  it('stops while its work keeps failing, and leaves the offset where it was', async () => {
    const group = `raw-stop-${suffix}`;
    let tries = 0;
    await publish('stop', 'x');
    const consumer = consume(group, () => {
      tries += 1;
      return Promise.reject(new Error('database away'));
    });
    await eventually('a second try', () => tries >= 2, { withinMs: 45_000 });
    await consumer.stop();

    const later: string[] = [];
    consume(group, (records) => Promise.resolve(void later.push(...texts(records, 'stop'))));
    await eventually('the record', () => later.length > 0, { withinMs: 45_000 });
    expect(later).toEqual(['x']);
  });

  it('hands its partitions to another member while its own work keeps failing', async () => {
    const group = `raw-share-${suffix}`;
    const taken: string[] = [];
    let fails = 0;
    await publish('share-a', '1');
    await publish('share-b', '2');
    const failing = consume(group, (records) => {
      fails += records.length;
      return Promise.reject(new Error('database away'));
    });
    await eventually('a first failure', () => fails > 0, { withinMs: 45_000 });
    const healthy = consume(group, (records) =>
      Promise.resolve(void taken.push(...records.map((record) => record.value.toString()))),
    );
    await eventually('the other to join', () => healthy.isReady(), { withinMs: 45_000 });
    await failing.stop();
    await eventually('both records', () => taken.includes('1') && taken.includes('2'), { withinMs: 45_000 });
    expect(healthy.isAlive()).toBe(true);
  });

  it('gets its records beside another of the same process that reads another topic in a group of its own', async () => {
    const other = `spec.raw-other.${suffix}`;
    await ensureTopics(address, { topics: [{ ...specimen, name: other }] });
    const seen: Record<string, string[]> = { [topic]: [], [other]: [] };
    const reader = (name: string) =>
      consume(
        `raw-beside-${name}`,
        (records) => Promise.resolve(void seen[name]!.push(...texts(records, 'beside'))),
        name,
      );
    const readers = [reader(topic), reader(other)];
    await eventually('both to join', () => readers.every((one) => one.isReady()), { withinMs: 45_000 });
    for (const name of [topic, other])
      await publisher.publish(
        ['1', '2'].map((value) => ({ topic: name, key: 'beside', headers: {}, value: Buffer.from(value) })),
      );
    await eventually('the records of both', () => Object.values(seen).every((texts) => texts.length === 2), {
      withinMs: 45_000,
    });
    expect(seen).toEqual({ [topic]: ['1', '2'], [other]: ['1', '2'] });
  });

  it('is ready once it belongs to the group, and not after it left', async () => {
    const consumer = consume(`raw-ready-${suffix}`, () => Promise.resolve());
    expect(consumer.isReady()).toBe(false);
    await eventually('to join', () => consumer.isReady(), { withinMs: 45_000 });
    expect(consumer.isAlive()).toBe(true);
    await consumer.stop();
    expect(consumer.isReady()).toBe(false);
  });
});
