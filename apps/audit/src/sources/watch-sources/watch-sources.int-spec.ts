import { auditEntry, Trail } from '@rujukan/audit-trail';
import { createLogger } from '@rujukan/observability';
import { UnitOfWork } from '@rujukan/persistence';
import {
  contextFor,
  publishedEntries,
  saturdayNight,
  testDatabase,
  type TestDatabase,
} from '@rujukan/testing';
import { AppendEntries } from '../../entries/append-entries/append-entries.js';
import { takeOver } from '../../storage/log.store.js';
import { migrations } from '../../storage/migrations.js';
import { WatchSources } from './watch-sources.js';

let database: TestDatabase;
let watch: WatchSources;
let append: AppendEntries;
let epoch: number;
let now: Date;
let lines: string[];

beforeEach(async () => {
  database = await testDatabase('audit', migrations);
  now = saturdayNight;
  lines = [];
  const clock = { now: () => now, wall: () => now };
  const log = createLogger('audit', { destination: { write: (line) => void lines.push(line) } });
  watch = new WatchSources(new UnitOfWork(database.worker, 'audit', clock), clock, log);
  append = new AppendEntries(database.worker, clock);
  epoch = await takeOver(database.worker.manager);
});
afterEach(() => database.close());

let offset = 0;

/** Lets the source `intake` hand over entries under these numbers. */
const come = (...numbers: number[]) =>
  append.execute(
    numbers.map((srcSeq) => ({
      topic: 'audit.entries',
      partition: 0,
      offset: String(++offset),
      headers: {},
      bytes: auditEntry(contextFor({ agencyId: null }), new Trail(), { outcome: 'success' }).payload,
      number: { src: 'intake', srcSeq },
    })),
    epoch,
  );

const after = (seconds: number) => {
  now = new Date(saturdayNight.getTime() + seconds * 1_000);
  return watch.execute();
};
const told = async () =>
  (await publishedEntries(database.owner)).map(({ type, outcome, entity }) => ({ type, outcome, entity }));

describe('numbers of a source', () => {
  it('that are whole raise no alarm', async () => {
    await come(1, 2, 3);
    await after(600);
    expect([await told(), lines, watch.isWhole()]).toEqual([[], [], true]);
  });

  it('that come late within a minute raise none either', async () => {
    await come(1, 4);
    await after(59);
    await come(3, 2);
    await after(120);
    expect([await told(), lines, watch.isWhole()]).toEqual([[], [], true]);
  });

  it('that stay away raise one alarm, which is an entry, and another entry says when they came', async () => {
    await come(1, 4);
    await after(60);
    await after(65);
    const entity = [
      { type: 'source', id: 'intake' },
      { type: 'source-numbers', id: '2-3' },
    ];
    expect(await told()).toEqual([{ type: 'log.gap', outcome: 'failed', entity }]);
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 'error', msg: 'numbers of a source are missing', id: 'intake', from: 2, to: 3, count: 2 },
    ]);
    expect(watch.isWhole()).toBe(false);

    await come(2);
    await after(70);
    expect([await told(), watch.isWhole()]).toMatchObject([[{ type: 'log.gap' }], false]);

    await come(3);
    await after(75);
    await after(80);
    expect(await told()).toEqual([
      { type: 'log.gap', outcome: 'failed', entity },
      { type: 'log.gap-close', outcome: 'success', entity },
    ]);
    expect(watch.isWhole()).toBe(true);
  });

  it('are seen as missing by a worker that starts later, without telling it twice', async () => {
    await come(1, 4);
    await after(60);
    const clock = { now: () => now, wall: () => now };
    const other = new WatchSources(
      new UnitOfWork(database.worker, 'audit', clock),
      clock,
      createLogger('audit', { level: 'silent' }),
    );
    await other.execute();
    expect(other.isWhole()).toBe(false);
    expect(await told()).toHaveLength(1);
  });
});
