import { randomBytes, randomUUID } from 'node:crypto';
import { contextFor, eventually, testBroker, testClock } from '@rujukan/testing';
import { auditEntry, Trail } from '@rujukan/audit-trail';
import { ensureTopics, openPublisher, type Log, type Publisher } from '@rujukan/messaging';
import { aLog, type TestLog } from '../../storage/fixtures/a-log.js';
import { AppendEntries, type Appended } from './append-entries.js';
import { AppendEntriesConsumer } from './append-entries.consumer.js';
import { LayTree } from './lay-tree.js';
import { SequencerSeat } from './sequencer-seat.js';

jest.setTimeout(60_000);

const suffix = randomBytes(4).toString('hex');
const topic = `spec.audit.${suffix}`;
const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const address = { brokers: testBroker(), clientId: 'spec', log: silent };
const withinMs = 20_000;

interface Row {
  readonly seq: number;
  readonly src: string;
  readonly srcSeq: number;
  readonly type: string;
}

let log: TestLog;
let publisher: Publisher;
let running: AppendEntriesConsumer[] = [];

beforeAll(async () => {
  await ensureTopics(address, {
    topics: [
      {
        name: topic,
        owner: '*',
        key: 'source',
        partitions: 3,
        retentionDays: 1,
        classification: 'pseudonymous',
        types: [],
      },
    ],
  });
  publisher = await openPublisher(address);
});
beforeEach(async () => {
  log = await aLog();
});
afterEach(async () => {
  await Promise.all(running.map((consumer) => consumer.onModuleDestroy()));
  running = [];
  await log.close();
});
afterAll(() => publisher.close());

/** A consumer that reads the topic from its beginning, as a member of `group`. */
function start(group: string, append: AppendEntries = log.append): AppendEntriesConsumer {
  const seat = new SequencerSeat(log.database.worker);
  const consumer = new AppendEntriesConsumer(seat, append, new LayTree(log.database.worker), {
    brokers: testBroker(),
    log: silent,
    groupId: `${group}-${suffix}`,
    topic,
  });
  consumer.onApplicationBootstrap();
  running.push(consumer);
  return consumer;
}

/** Sends what the relay of `src` would send, numbers and headers included. */
const send = (src: string, from: number, to: number, bytes?: Buffer): Promise<void> =>
  publisher.publish(
    Array.from({ length: to - from + 1 }, (_, at) => ({
      topic,
      key: src,
      headers: { ce_source: `/${src}`, ce_srcseq: String(from + at) },
      value:
        bytes ??
        auditEntry(contextFor({ agencyId: randomUUID() }), new Trail(), { outcome: 'success' }).payload,
    })),
  );

const rows = (...sources: string[]): Promise<Row[]> =>
  log.database.worker.query(
    `select seq::int, src, src_seq::int as "srcSeq", type from audit_entry where src = any($1) order by seq`,
    [sources],
  );

const appended = (count: number, ...sources: string[]): Promise<Row[]> =>
  eventually(
    `${count} entries of ${sources.join(' and ')}`,
    async () => {
      const found = await rows(...sources);
      return found.length >= count && found;
    },
    { withinMs },
  );

const numbersOf = (found: readonly Row[], src: string): number[] =>
  found.filter((row) => row.src === src).map((row) => row.srcSeq);

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

describe('records of the audit topic', () => {
  it('are appended in the order of their source', async () => {
    const [one, two] = [`one-${suffix}`, `two-${suffix}`];
    start('order');
    await Promise.all([send(one, 1, 300), send(two, 1, 200)]);
    await send(one, 301, 400);

    const found = await appended(600, one, two);
    expect(numbersOf(found, one)).toEqual(upTo(400));
    expect(numbersOf(found, two)).toEqual(upTo(200));
  });

  it('are appended once when all of them are read again from the beginning', async () => {
    const src = `again-${suffix}`;
    await send(src, 1, 50);
    const first = start('again-first');
    await appended(50, src);
    await first.onModuleDestroy();

    start('again-second');
    await send(src, 51, 60);
    await appended(60, src);
    expect(numbersOf(await rows(src), src)).toEqual(upTo(60));
  });

  it('are appended once when the process dies after the commit and before the offset', async () => {
    const src = `crash-${suffix}`;
    const dying = new DyingOnce(log.database.worker, testClock());
    start('crash', dying);
    await send(src, 1, 40);
    await eventually('a second delivery', () => dying.deliveries > 1, { withinMs });
    await send(src, 41, 45);

    const found = await appended(45, src);
    expect(numbersOf(found, src)).toEqual(upTo(45));
  });

  it('are all appended, also those that are no entries', async () => {
    const src = `junk-${suffix}`;
    start('junk');
    await send(src, 1, 1);
    await send(src, 2, 2, Buffer.from('{"v":1,'));
    await send(src, 3, 3);

    const found = await appended(3, src);
    expect(found.map((row) => row.type)).toEqual(['test.act', 'malformed', 'test.act']);
  });

  it('are written by one process at a time, and by the next when it leaves', async () => {
    const src = `seat-${suffix}`;
    const first = start('seat');
    await send(src, 1, 10);
    await appended(10, src);
    const second = start('seat');
    await send(src, 11, 20);
    await appended(20, src);
    await first.onModuleDestroy();
    await send(src, 21, 30);

    expect(numbersOf(await appended(30, src), src)).toEqual(upTo(30));
    expect(second.isAlive()).toBe(true);
  });

  it('are written again once a sequencer that was fenced has taken its seat anew', async () => {
    const src = `fence-${suffix}`;
    start('fence');
    await send(src, 1, 5);
    await appended(5, src);
    await log.database.worker.query('update log_state set epoch = epoch + 1');
    await send(src, 6, 10);

    expect(numbersOf(await appended(10, src), src)).toEqual(upTo(10));
  });
});

/** Commits its first batch and then fails, as a process does that is killed before it can tell the broker. */
class DyingOnce extends AppendEntries {
  deliveries = 0;

  override async execute(...batch: Parameters<AppendEntries['execute']>): Promise<Appended> {
    const done = await super.execute(...batch);
    this.deliveries += 1;
    if (this.deliveries === 1) throw new Error('killed after the commit');
    return done;
  }
}
