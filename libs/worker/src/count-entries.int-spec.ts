import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, testClock, testDatabase, type TestDatabase } from '@rujukan/testing';
import { CountEntriesTimer } from './count-entries.timer.js';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';

let db: TestDatabase;
let timer: CountEntriesTimer;

beforeEach(async () => {
  db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
  timer = new CountEntriesTimer(new UnitOfWork(db.worker, 'specimen', testClock()));
});
afterEach(() => db.close());

const told = () => publishedEntries(db.owner);

it('says a day after the start, and each day, up to which number entries were given away', async () => {
  await db.worker.query(`insert into relay_source (src, next_seq) values ('specimen', 58)`);
  await timer.run();
  expect(await told()).toEqual([]);

  await timer.run();
  await timer.run();
  const entity = [
    { type: 'source', id: 'specimen' },
    { type: 'source-numbers', id: '1-57' },
  ];
  expect(await told()).toMatchObject([
    { type: 'outbox.count', outcome: 'success', purpose: 'operations', entity },
    { type: 'outbox.count', entity },
  ]);
});

it('says nothing before a number was given', async () => {
  await db.worker.query(`insert into relay_source (src) values ('specimen')`);
  await timer.run();
  await timer.run();
  expect(await told()).toEqual([]);
});
