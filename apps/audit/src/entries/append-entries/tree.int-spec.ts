import { testClock } from '@rujukan/testing';
import { aLog, type TestLog } from '../../storage/fixtures/a-log.js';
import { loadEntries } from '../../storage/fixtures/many-entries.js';
import { treeAnew, treeStored } from '../../storage/fixtures/tree-anew.js';
import { takeOver } from '../../storage/log.store.js';
import { AppendEntries } from './append-entries.js';
import { LayTree } from './lay-tree.js';

jest.setTimeout(60_000);

const goesOn = new AbortController().signal;
const acts = (count: number) => Array.from({ length: count }, () => ({ type: 'case.read' }));

let log: TestLog;

beforeEach(async () => {
  log = await aLog();
});
afterEach(() => log.close());

async function expectWholeTree(size: number): Promise<void> {
  const stored = await treeStored(log.database.owner);
  expect(stored.size).toBe(size);
  expect(stored).toEqual(await treeAnew(log.database.owner));
}

describe('the tree under the sequencer', () => {
  it('is the tree of what was appended, however it came', async () => {
    for (const count of [1, 1, 254, 1, 255, 257, 3, 600]) await log.did(...acts(count));
    await expectWholeTree(1_372);
  });

  it('goes on with what another process left', async () => {
    await log.did(...acts(300));
    const before = log.append;
    await log.restart();
    await log.did(...acts(300));
    expect(log.append).not.toBe(before);
    await expectWholeTree(600);
  });

  it('has nothing of a batch that failed after its tiles were laid', async () => {
    await log.did(...acts(250));
    await log.database.owner.query(`
      create function fail() returns trigger language plpgsql as $$ begin raise exception 'no power'; end $$;
      create trigger fail before insert on src_watermark for each statement execute function fail()`);
    await expect(log.did(...acts(10))).rejects.toThrow('no power');
    await expectWholeTree(250);
    await log.database.owner.query('drop trigger fail on src_watermark');
    await log.did(...acts(10));
    await expectWholeTree(260);
  });

  it('is written by one sequencer: one that was fenced lays nothing', async () => {
    await log.did(...acts(3));
    await takeOver(log.database.worker.manager);
    await expect(log.did(...acts(3))).rejects.toThrow('another sequencer took over');
    await expectWholeTree(3);
  });

  it('is one tree when two processes append in turns', async () => {
    const other = new AppendEntries(log.database.worker, testClock());
    for (const append of [log.append, other, log.append, other, other]) await log.didBy(append, ...acts(100));
    await expectWholeTree(500);
  });
});

describe('entries that are older than the tree', () => {
  const lay = async (until = goesOn, tell: (laid: unknown) => void = () => undefined) =>
    new LayTree(log.database.worker).execute(log.epoch, until, tell);

  it('get their place before the next one is appended', async () => {
    await loadEntries(log.database.owner, 66_000);
    await expect(log.did(...acts(1))).rejects.toThrow('the tree has 0 of 66000 entries');

    const told: unknown[] = [];
    await lay(goesOn, (laid) => told.push(laid));
    expect(told.at(-1)).toMatchObject({ position: 66_000, to: 66_000 });

    await log.did(...acts(5));
    await expectWholeTree(66_005);
  });

  it('get it once, also when that was broken off and begun again, and again', async () => {
    await loadEntries(log.database.owner, 5_000);
    const stop = new AbortController();
    await lay(stop.signal, () => stop.abort());
    expect((await treeStored(log.database.owner)).size).toBe(2_048);

    await Promise.all([lay(), lay()]);
    await lay();
    await expectWholeTree(5_000);
  });

  it('get it after an earlier release has appended some more', async () => {
    await log.did(...acts(10));
    await log.database.owner.query(`
      insert into audit_body (seq, bytes, event_hash) select n, 'old', sha256('old') from generate_series(10, 19) n;
      update log_state set size = 20`);
    await lay();
    await log.did(...acts(10));
    await expectWholeTree(30);
  });

  it('are not laid over a hole', async () => {
    await log.database.owner.query(`
      insert into audit_body (seq, bytes, event_hash) select n, 'old', sha256('old') from generate_series(1, 9) n;
      update log_state set size = 10`);
    await expect(lay()).rejects.toThrow('entry 0 is missing');
  });

  it('are not laid by a process that was fenced', async () => {
    await loadEntries(log.database.owner, 100);
    await takeOver(log.database.worker.manager);
    await expect(lay()).rejects.toThrow('another sequencer took over');
    expect((await treeStored(log.database.owner)).size).toBe(0);
  });
});
