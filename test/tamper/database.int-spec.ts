import { testClock } from '@rujukan/testing';
import { formatCheckpoint, signNote } from '@rujukan/tlog';
import { AppendEntries } from '../../apps/audit/src/entries/append-entries/append-entries.js';
import { aSigner, origin } from '../../apps/audit/src/storage/fixtures/a-signer.js';
import { forge, movesOnDatabase, rewriteTree } from './support/moves-on-database.js';
import { RunningLog } from './support/running-log.js';
import { attacks } from './support/told.js';

const moves = attacks.flatMap(({ attack, database = [] }) =>
  database.map(({ move, found }) => ({ attack, move, found })),
);

let running: RunningLog;

/** A log that was signed and cosigned at these sizes, and whose readers have seen it. */
async function start(...sizes: readonly number[]): Promise<void> {
  running = await RunningLog.start();
  let before = 0;
  for (const size of sizes) {
    await running.grows(size - before);
    expect(await running.publish()).toBe('signed');
    before = size;
  }
  expect(await running.readersSee(before - 1)).toEqual({ exit: 0, says: [] });
}

describe('a superuser of the database', () => {
  beforeAll(async () => {
    await start(300, 450, 700);
    expect(await running.readersSee(301)).toEqual({ exit: 0, says: [] });
  });
  afterAll(() => running.close());

  it('has the attacks that are told, and no other', () => {
    const told = moves.map(({ attack, move }) => [attack, move]);
    const done = Object.entries(movesOnDatabase).flatMap(([attack, ways]) =>
      Object.keys(ways).map((move) => [attack, move]),
    );
    expect(told).toEqual(done);
  });

  it.each(moves)('is found out: $attack, $move', async ({ attack, move, found }) => {
    expect(await running.wouldFind(movesOnDatabase[attack]![move]!)).toEqual(found);
  });

  it('who did nothing is not accused', async () => {
    expect(await running.asked()).toEqual({});
  });
});

describe('with the parts that run', () => {
  beforeEach(() => start(200, 300));
  afterEach(() => running.close());

  /** What was found by whom, without the words. */
  const kinds = async () =>
    Object.fromEntries(
      Object.entries(await running.asked()).map(([name, { exit, says }]) => [
        name,
        [exit, ...says.map((line) => / \[([a-z-]+)\]/.exec(line)?.[1] ?? line)],
      ]),
    );

  it('an old backup is signed by nobody, and the readers know better', async () => {
    await running.attack(backUp);
    await running.grows(100);
    await running.publish();
    await running.readersSee(350);

    await running.attack(restore);
    await running.log.restart();
    expect(await running.publish()).toBe('log-shorter');
    await running.grows(150);
    expect(await running.publish()).toBe('log-forked');
    expect(await kinds()).toEqual({
      'fsck --known': [1, 'rolled-back'],
      consistency: [2, 'tiles-of-another-log'],
      monitor: [1, 'rolled-back'],
    });
  });

  it('a second sequencer stops the first, and two that are both let in still write one log', async () => {
    const { log } = running;
    const [first, before] = [log.append, log.epoch];
    await log.restart();
    await expect(first.execute([], before)).rejects.toThrow('another sequencer took over');

    await running.attack((database) => database.query(`update log_state set epoch = ${log.epoch}`));
    for (const sequencer of [first, log.append, first, log.append])
      await log.didBy(
        sequencer,
        { type: 'case.read', src: 'intake' },
        { type: 'case.read', src: 'referral' },
      );
    expect(await running.publish()).toBe('signed');
    expect(await running.asked()).toEqual({});
  });

  it('a sequencer that does not know what it wrote is found by the numbers of the sources', async () => {
    await running.attack(async (database) => {
      await forge(298, 300, {})(database);
      await rewriteTree(database);
    });
    expect(await running.publish()).toBe('signed');
    expect(await running.asked()).toMatchObject({
      fsck: { exit: 1, says: [expect.stringContaining('entry 300: a number of this source was used twice')] },
      monitor: { exit: 1, says: [expect.stringContaining('(source: intake, number: 150)')] },
    });
  });

  it('history that is written anew is not signed, and a copy of the signer that signs it gets no witness', async () => {
    await running.attack(async (database) => {
      await forge(250)(database);
      await rewriteTree(database);
    });
    await running.log.restart();
    await running.grows(20);
    expect(await running.publish()).toBe('log-forked');

    const copy = await aSigner(running.log, [...running.signer.signers]);
    expect(await running.publish(copy)).toBe('memory-behind');
    await running.attack((database) => database.query('delete from log_checkpoint'));
    expect(await running.publish(copy)).toBe('signed');
    await copy.close();
    expect(await running.publish()).toBe('memory-behind');
    expect(await kinds()).toEqual(forked);
  });

  it('nor does a thief of the key', async () => {
    await running.attack(async (database) => {
      await forge(250)(database);
      await rewriteTree(database);
      const [head] = (await database.query('select size, root from log_state')) as {
        size: string;
        root: Buffer;
      }[];
      const checkpoint = formatCheckpoint({ origin, size: BigInt(head!.size), root: head!.root });
      await database.query('update log_checkpoint set note = $1, cosigned = null where size = 300', [
        signNote(checkpoint, running.signer.signers[0]!),
      ]);
      await database.query('delete from log_checkpoint where size < 300');
    });
    await running.gather();
    expect(await kinds()).toEqual(forked);
  });

  it('a clock that was put back is seen in the next entry', async () => {
    const late = new AppendEntries(
      running.log.database.worker,
      testClock(new Date('2026-03-07T19:00:00.000Z')),
    );
    await running.log.didBy(late, { type: 'case.read', src: 'intake' });
    expect(await running.publish()).toBe('signed');
    const found = {
      exit: 1,
      says: [
        'entry 300: the time of recording went back [clock-back] (recorded: 2026-03-07T19:00:00.000Z, after: 2026-03-07T20:00:00.000Z)',
      ],
    };
    expect(await running.asked()).toEqual({ fsck: found, monitor: found });
  });
});

const forked = {
  fsck: [2, 'quorum-missing'],
  'fsck --known': [1, 'quorum-missing', 'fork'],
  consistency: [1, 'quorum-missing', 'fork'],
  monitor: [1, 'quorum-missing', 'fork'],
  'second verifier': [2, 'quorum-missing'],
};

const copied = [
  ...['audit_entry', 'audit_body', 'audit_subject', 'audit_entity', 'audit_block'],
  ...['log_state', 'log_tile', 'log_checkpoint', 'src_watermark', 'src_gap'],
];

interface Sql {
  query(sql: string): Promise<unknown>;
}

async function backUp(database: Sql): Promise<void> {
  await database.query('create schema backup');
  for (const table of copied) await database.query(`create table backup.${table} as select * from ${table}`);
}

async function restore(database: Sql): Promise<void> {
  for (const table of copied) {
    await database.query(`truncate ${table}`);
    await database.query(`insert into ${table} select * from backup.${table}`);
  }
}
