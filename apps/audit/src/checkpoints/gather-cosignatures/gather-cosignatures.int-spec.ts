import { eventually, testClock } from '@rujukan/testing';
import type { Log } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { nodeCrypto, parseCheckpoint, parseNote, trustCheckpoint } from '@rujukan/tlog';
import { aSignedLog, type SignedLog } from '../../storage/fixtures/a-signed-log.js';
import { GatherCosignatures } from './gather-cosignatures.js';

jest.setTimeout(30_000);

let log: SignedLog;
let said: string[];

beforeEach(async () => {
  log = await aSignedLog();
  said = [];
});
afterEach(() => log.close());

const listener: Log = {
  debug: () => undefined,
  info: (_, message) => void said.push(message),
  warn: (_, message) => void said.push(message),
  error: (_, message) => void said.push(message),
};

/** What a worker that was just started knows of the witnesses: nothing. */
const aGatherer = () => {
  const { worker } = log.database;
  return new GatherCosignatures(new UnitOfWork(worker, 'audit', testClock()), worker, log.policy, listener);
};

const grows = async (entries: number) => {
  await log.did(...Array.from({ length: entries }, () => ({ type: 'case.read' })));
  return log.sign();
};

async function witnessed() {
  const cosigned = await log.cosigned();
  const trusted = cosigned === null ? null : trustCheckpoint(nodeCrypto, log.policy, cosigned);
  return trusted?.ok
    ? { size: trusted.value.size, by: trusted.value.witnesses.map(({ name }) => name) }
    : null;
}

describe('the newest head', () => {
  it('is cosigned by all witnesses that answer, again and again as the log grows', async () => {
    const gatherer = aGatherer();
    for (const more of [3, 1, 300]) {
      const size = await grows(more);
      await gatherer.execute();
      expect(await witnessed()).toEqual({ size, by: ['w0', 'w1', 'w2'] });
    }
    expect(said).toEqual([]);
  });

  it('is asked for once while it does not move', async () => {
    const gatherer = aGatherer();
    await grows(3);
    for (let run = 0; run < 5; run += 1) await gatherer.execute();
    expect(log.witnesses.map(({ state }) => state.asked)).toEqual([1, 1, 1]);
  });

  it('is cosigned for a worker that was started anew, from the size that each witness says', async () => {
    await grows(3);
    await aGatherer().execute();
    const size = await grows(5);
    await aGatherer().execute();
    expect(await witnessed()).toMatchObject({ size });
  });

  it('leaves no entry in the log: a head would never stand still', async () => {
    await grows(3);
    await aGatherer().execute();
    expect(await log.database.owner.query('select 1 from outbox')).toEqual([]);
  });
});

describe('when witnesses are lost', () => {
  it('two of three are enough, and the loss is told once', async () => {
    const gatherer = aGatherer();
    await log.witnesses[2].goes();
    for (const more of [3, 2, 2]) {
      const size = await grows(more);
      await gatherer.execute();
      expect(await witnessed()).toEqual({ size, by: ['w0', 'w1'] });
    }
    expect(said).toEqual(['a witness does not answer; logging goes on without it']);
  });

  it('the log goes on without two, not yet witnessed, and is when one is back', async () => {
    const gatherer = aGatherer();
    await Promise.all([log.witnesses[1].goes(), log.witnesses[2].goes()]);
    await grows(3);
    await gatherer.execute();
    expect(await log.cosigned()).toBeNull();
    const size = await grows(4);
    await log.witnesses[2].comesBack();
    await eventually('the head to be witnessed', async () => {
      await gatherer.execute();
      const seen = await witnessed();
      return seen?.size === size && seen.by.join() === 'w0,w2';
    });
    expect(said).toContain('a witness answers again');
  });

  it('one that keeps silent holds up neither the others nor the log', async () => {
    log.witnesses[0].state.mode = 'silent';
    const size = await grows(3);
    let isOver = false;
    const run = aGatherer()
      .execute()
      .finally(() => (isOver = true));
    await eventually('the head to be witnessed', async () => {
      const seen = await witnessed();
      return seen?.size === size && seen.by.join() === 'w1,w2';
    });
    expect(isOver).toBe(false);
    await run;
  });
});

describe('what cannot be believed', () => {
  it('is a signature by another key than the one of the policy', async () => {
    log.witnesses[0].state.mode = 'forging';
    log.witnesses[1].state.mode = 'forging';
    await grows(3);
    await aGatherer().execute();
    expect(await log.cosigned()).toBeNull();
  });

  it('is a log that became shorter than a witness saw it, which is told as what it is', async () => {
    await grows(3);
    await aGatherer().execute();
    for (const { heads } of log.witnesses)
      for (const [origin, head] of heads) heads.set(origin, { ...head, size: 99n });
    await grows(1);
    await aGatherer().execute();
    expect(await log.cosigned()).toBeNull();
    expect(new Set(said)).toEqual(new Set(['a witness saw more of this log than there is']));
  });

  it('is a log that was rewritten', async () => {
    await grows(3);
    await aGatherer().execute();
    for (const { heads } of log.witnesses)
      for (const [origin, head] of heads) heads.set(origin, { ...head, root: new Uint8Array(32) });
    await grows(1);
    await aGatherer().execute();
    expect(await log.cosigned()).toBeNull();
    expect(new Set(said)).toEqual(new Set(['a witness sees no proof that this log only grew']));
  });

  it('is kept nowhere: a head that is cosigned says what the log signed', async () => {
    const size = await grows(3);
    await aGatherer().execute();
    expect(parseCheckpoint(parseNote((await log.cosigned())!)!.text)?.size).toBe(size);
  });
});
