import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadFolder } from '@rujukan/head-file';
import { nodeCrypto, openNote, parseCheckpoint, parseNote, toHex } from '@rujukan/tlog';
import { aLog, type TestLog } from '../../storage/fixtures/a-log.js';
import { aKey, aSigner, origin, published, type TestSigner } from '../../storage/fixtures/a-signer.js';
import { treeAnew } from '../../storage/fixtures/tree-anew.js';
import type { Queries } from '../../storage/tree.store.js';
import { SignCheckpoint } from './sign-checkpoint.js';

jest.setTimeout(60_000);

const acts = (count: number) => Array.from({ length: count }, () => ({ type: 'case.read' }));
const refused = (reason: string) => ({ ok: false, reason });

let log: TestLog;
let signer: TestSigner;

beforeEach(async () => {
  log = await aLog();
  signer = await aSigner(log);
});
afterEach(async () => {
  await signer.close();
  await log.close();
});

const newest = async () => {
  const { note } = (await published(log)).at(-1)!;
  return { note, checkpoint: parseCheckpoint(parseNote(note)!.text)! };
};

describe('the head of the log', () => {
  it('is signed when the log has grown, from the empty one on', async () => {
    expect(await signer.sign.execute()).toEqual({ ok: true, value: 'signed' });
    for (const count of [1, 254, 2, 300]) {
      await log.did(...acts(count));
      expect(await signer.sign.execute()).toEqual({ ok: true, value: 'signed' });
      const { note, checkpoint } = await newest();
      const { size, root } = await treeAnew(log.database.owner);
      expect([checkpoint.origin, Number(checkpoint.size), toHex(checkpoint.root)]).toEqual([
        origin,
        size,
        root,
      ]);
      expect(openNote(nodeCrypto, parseNote(note)!, [signer.signers[0]!.key]).ok).toBe(true);
    }
    expect((await published(log)).map(({ size }) => size)).toEqual([0, 1, 255, 257, 557]);
  });

  it('is signed once, and said each minute to be still the newest', async () => {
    await log.did(...acts(3));
    await signer.sign.execute();
    expect(await signer.sign.execute()).toEqual({ ok: true, value: 'nothing-new' });
    signer.clock.advance(61_000);
    expect(await signer.sign.execute()).toEqual({ ok: true, value: 'confirmed' });
    expect(await signer.sign.execute()).toEqual({ ok: true, value: 'nothing-new' });
    const [row] = await log.database.owner.query<{ seconds: number }[]>(
      'select extract(epoch from confirmed - created)::int as seconds from log_checkpoint',
    );
    expect(row).toEqual({ seconds: 61 });
  });

  it('is signed while entries come, and each one that is published continues the one before', async () => {
    const writing = (async () => {
      for (let at = 0; at < 20; at += 1) await log.did(...acts(37));
    })();
    const outcomes = new Set<unknown>();
    for (let at = 0; at < 20; at += 1) outcomes.add((await signer.sign.execute()).ok);
    await writing;
    await signer.sign.execute();
    expect([...outcomes]).toEqual([true]);
    expect((await published(log)).at(-1)?.size).toBe(740);
  });

  it('that was remembered and not published, because the process was killed, is published by the next', async () => {
    await log.did(...acts(3));
    const dying: Queries = {
      query: (sql, parameters) =>
        sql.includes('insert') ? Promise.reject(new Error('killed')) : signer.database.query(sql, parameters),
    };
    const killed = new SignCheckpoint({ ...signer, database: dying, origin });
    await expect(killed.execute()).rejects.toThrow('killed');
    expect(await published(log)).toEqual([]);
    const kept = (await signer.heads.latest(origin))!;
    expect(kept.size).toBe(3n);

    await log.did(...acts(2));
    await signer.sign.execute();
    expect((await published(log)).map(({ size, note }) => [size, note === kept.note])).toEqual([
      [3, true],
      [5, false],
    ]);
  });

  it('is signed by the old and the new key while one takes over, and then by the new one', async () => {
    const [old, next] = [signer.signers[0]!, aKey()];
    const signedBy = async () => {
      const open = openNote(nodeCrypto, parseNote((await newest()).note)!, [old.key, next.key]);
      return open.ok ? open.value.signedBy.map(({ key }) => key.id) : open.reason;
    };
    await log.did(...acts(1));
    await signer.over(log, [old, next]).execute();
    expect(await signedBy()).toEqual([old.key.id, next.key.id]);
    await log.did(...acts(1));
    await signer.over(log, [next]).execute();
    expect(await signedBy()).toEqual([next.key.id]);
  });
});

describe('nothing is signed', () => {
  let other: TestLog;

  beforeEach(async () => {
    other = await aLog();
    await log.did(...acts(300));
    await signer.sign.execute();
  });
  afterEach(() => other.close());

  async function expectUnmoved(): Promise<void> {
    expect((await signer.heads.latest(origin))?.size).toBe(300n);
    expect(await published(other)).toEqual([]);
    expect((await published(log)).map(({ size }) => size)).toEqual([300]);
  }

  it('when an old backup was played back, neither at once nor when it has grown again', async () => {
    await other.did(...acts(100));
    expect(await signer.over(other).execute()).toEqual(refused('log-shorter'));
    await other.did(...acts(250));
    expect(await signer.over(other).execute()).toEqual(refused('log-forked'));
    await expectUnmoved();
  });

  it('when another tree of the same size stands there', async () => {
    await other.did(...acts(300));
    const [head] = await log.database.owner.query<{ note: string }[]>('select note from log_checkpoint');
    await other.database.owner.query(
      'insert into log_checkpoint (size, note, created, confirmed) values (300, $1, now(), now())',
      [head!.note],
    );
    expect(await signer.over(other).execute()).toEqual(refused('log-forked'));
    expect((await signer.heads.latest(origin))?.size).toBe(300n);
  });

  it.each([
    [
      'a tile was changed',
      `alter table log_tile disable trigger only_widened; update log_tile
         set hashes = sha256('x') || substr(hashes, 33) where level = 0 and idx = 1`,
    ],
    [
      'a tile is gone',
      `alter table log_tile disable trigger never_removed; delete from log_tile where level = 1`,
    ],
    ['the root was changed', `update log_state set root = sha256('x')`],
  ])('when %s', async (_, attack) => {
    await log.did(...acts(10));
    await log.database.owner.query(attack);
    expect(await signer.sign.execute()).toEqual(refused('tiles-differ'));
    await expectUnmoved();
  });

  it('when the memory is lost, or older than what was published', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signer-'));
    const heads = await HeadFolder.open(folder, () => true);
    const forgetful = new SignCheckpoint({ ...signer, heads, origin });
    expect(await forgetful.execute()).toEqual(refused('memory-behind'));
    await log.did(...acts(10));
    expect(await forgetful.execute()).toEqual(refused('memory-behind'));
    // Given the head back that somebody else kept, it goes on.
    await heads.advance(origin, 0n, (await signer.heads.latest(origin))!);
    expect(await forgetful.execute()).toEqual({ ok: true, value: 'signed' });
    await heads.close();
    rmSync(folder, { recursive: true });
  });

  it('when a head that was published is not the one that was signed', async () => {
    await log.database.owner.query(
      `alter table log_checkpoint disable trigger only_confirmed; update log_checkpoint set note = 'x'`,
    );
    expect(await signer.sign.execute()).toEqual(refused('published-otherwise'));
    await log.did(...acts(10));
    expect(await signer.sign.execute()).toEqual(refused('published-otherwise'));
    await expectUnmoved();
  });

  it('when another head was published before the one that is remembered could be', async () => {
    await log.did(...acts(10));
    const tooLate: Queries = {
      async query(sql, parameters) {
        if (sql.includes('insert'))
          await log.database.owner.query(
            `insert into log_checkpoint (size, note, created, confirmed) values (310, 'x', now(), now())`,
          );
        return signer.database.query(sql, parameters);
      },
    };
    const late = new SignCheckpoint({ ...signer, database: tooLate, origin });
    expect(await late.execute()).toEqual(refused('published-otherwise'));
  });
});
