import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { done, refuse } from '@rujukan/kernel';
import { event } from '@rujukan/messaging';
import {
  contextFor,
  leakCheck,
  publishedEntries,
  publishedEvents,
  testClock,
  testDatabase,
  type TestDatabase,
} from '@rujukan/testing';
import { isUnavailable } from './database-error.js';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import { UnitOfWork, type Act } from './unit-of-work.js';

jest.setTimeout(60_000);

const agencyA = randomUUID();
const agencyB = randomUUID();
const linked = (id: string) =>
  event('report.linked.v1', id, { reportId: id, primaryReportId: id, agencyId: agencyA, version: 1 });

describe('a unit of work', () => {
  const nothingLeft = leakCheck();
  let db: TestDatabase;
  let work: UnitOfWork;
  let last = 0;

  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
    work = new UnitOfWork(db.app, 'intake', testClock());
  });
  afterEach(() => db.close());
  afterAll(() => nothingLeft());

  const write = async (tx: EntityManager, act: Act, n = ++last) => {
    const id = randomUUID();
    await tx.query('insert into note (id, agency_id, n) values ($1, $2, $3)', [id, agencyA, n]);
    act.announce(linked(id));
    act.trail.touched('note', id, { version: 1 });
    return done({ id, version: 1 });
  };
  const notes = async () => (await db.worker.query<unknown[]>('select 1 from note')).length;

  /** Holds each caller until `count` of them have come, so that they are truly at the same place at once. */
  const meeting = (count: number) => {
    let open = (): void => undefined;
    const all = new Promise<void>((resolve) => (open = resolve));
    let come = 0;
    return async () => {
      come += 1;
      if (come === count) open();
      await all;
      return come;
    };
  };

  describe('of a change', () => {
    it('is one transaction: the row, its event, its audit entry, its idempotency key', async () => {
      const context = contextFor({ agencyId: agencyA, idempotencyKey: 'k' });
      expect(await work.command(context, write)).toMatchObject({ ok: true, value: { version: 1 } });
      const transactions = await db.worker.query<{ tx: string }[]>(
        `select xmin::text as tx from note union select xmin::text from outbox
         union select xmin::text from idempotency_key`,
      );
      expect(transactions).toHaveLength(1);
      expect(await publishedEvents(db.worker)).toHaveLength(1);
      expect(await publishedEntries(db.worker)).toMatchObject([
        { type: 'test.act', outcome: 'success', actor: { sub: context.actor.subject, org: agencyA } },
      ]);
    });

    it('answers the same request again with the first answer, and does nothing', async () => {
      const context = contextFor({ agencyId: agencyA, idempotencyKey: 'k' });
      const first = await work.command(context, write);
      const second = await work.command(context, write);
      expect(second).toEqual({ ...first, replayed: true });
      expect(await notes()).toBe(1);
    });

    it('says in the trail that the first answer was given again, as a read of what it names', async () => {
      const context = contextFor({ agencyId: agencyA, idempotencyKey: 'k' });
      const first = await work.command(context, write);
      await work.command(context, write);
      expect(await publishedEntries(db.worker)).toMatchObject([
        { type: 'test.act', action: 'U', outcome: 'success' },
        {
          type: 'test.act',
          action: 'R',
          outcome: 'success',
          reason: 'replayed',
          entity: [{ type: 'test', id: first.ok && first.value.id }],
        },
      ]);
    });

    it('refuses another request under the same key, and says so in the trail', async () => {
      const subject = randomUUID();
      const under = (requestHash: string) =>
        contextFor({ agencyId: agencyA, subject, idempotencyKey: 'k', requestHash });
      await work.command(under('one'), write);
      expect(await work.command(under('other'), write)).toMatchObject({
        ok: false,
        reason: 'idempotency-key-reused',
      });
      expect(await notes()).toBe(1);
      expect((await publishedEntries(db.worker))[1]).toMatchObject({
        outcome: 'failed',
        reason: 'idempotency-key-reused',
      });
    });

    it('keeps the keys of two people apart', async () => {
      await work.command(contextFor({ agencyId: agencyA, idempotencyKey: 'k' }), write);
      expect(
        await work.command(contextFor({ agencyId: agencyA, idempotencyKey: 'k' }), write),
      ).not.toHaveProperty('replayed');
      expect(await notes()).toBe(2);
    });

    it('happens once when eight twins of a request come at the same time', async () => {
      const context = contextFor({ agencyId: agencyA, idempotencyKey: 'k' });
      const meet = meeting(8);
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          work.command(context, async (tx, act) => meet().then(() => write(tx, act))),
        ),
      );
      const values = answers.map((answer) => (answer.ok ? answer.value.id : answer.reason));
      expect(new Set(values).size).toBe(1);
      expect(answers.filter((answer) => !('replayed' in answer))).toHaveLength(1);
      expect(await notes()).toBe(1);
      expect(await publishedEvents(db.worker)).toHaveLength(1);
      const reasons = (await publishedEntries(db.worker)).map(({ reason = 'first' }) => reason);
      expect(reasons.filter((reason) => reason === 'first')).toHaveLength(1);
      expect(reasons.filter((reason) => reason === 'replayed')).toHaveLength(7);
    });

    it('gives a twin that the business refused, because the other was first, the answer of the other', async () => {
      const context = contextFor({ agencyId: agencyA, idempotencyKey: 'k' });
      const meet = meeting(8);
      const onlyOne = async (tx: EntityManager, act: Act) => {
        await meet();
        await tx.query('select pg_advisory_xact_lock(1)');
        const found = await tx.query<unknown[]>('select 1 from note');
        return found.length > 0 ? refuse('stale-version' as const) : write(tx, act);
      };
      const answers = await Promise.all(Array.from({ length: 8 }, () => work.command(context, onlyOne)));
      expect(answers.every((answer) => answer.ok)).toBe(true);
      expect(await notes()).toBe(1);
      const entries = await publishedEntries(db.worker);
      expect(entries).toHaveLength(8);
      expect(entries.every(({ outcome }) => outcome === 'success')).toBe(true);
      expect(entries.filter(({ action }) => action === 'U')).toHaveLength(1);
    });

    it('takes one of two different requests that come under one key at the same time', async () => {
      const subject = randomUUID();
      const meet = meeting(2);
      const answers = await Promise.all(
        ['one', 'other'].map((requestHash) =>
          work.command(
            contextFor({ agencyId: agencyA, subject, idempotencyKey: 'k', requestHash }),
            (tx, act) => meet().then(() => write(tx, act)),
          ),
        ),
      );
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'idempotency-key-reused' });
      expect(await notes()).toBe(1);
      const outcomes = (await publishedEntries(db.worker)).map((entry) => entry.outcome);
      expect(outcomes).toEqual(['success', 'failed']);
    });

    it.each([
      ['not-found', 'denied'],
      ['stale-version', 'failed'],
    ] as const)(
      'refused as %s undoes all writes and leaves exactly one entry: %s',
      async (reason, outcome) => {
        const context = contextFor({ agencyId: agencyA, idempotencyKey: 'k' });
        const answer = await work.command(context, async (tx, act) => {
          await write(tx, act);
          return refuse(reason);
        });
        expect(answer).toEqual({ ok: false, reason });
        expect(await notes()).toBe(0);
        expect(await publishedEvents(db.worker)).toEqual([]);
        expect(await publishedEntries(db.worker)).toMatchObject([
          { outcome, reason, entity: [{ type: 'note' }] },
        ]);
        expect(await db.worker.query('select 1 from idempotency_key')).toEqual([]);
      },
    );

    it('that breaks leaves nothing', async () => {
      const breaking = work.command(contextFor({ agencyId: agencyA }), async (tx, act) => {
        await write(tx, act);
        throw new Error('bug');
      });
      await expect(breaking).rejects.toThrow('bug');
      expect([await notes(), await publishedEntries(db.worker)]).toEqual([0, []]);
    });

    it('that announces another service’s fact is a bug, and leaves nothing', async () => {
      const foreign = new UnitOfWork(db.app, 'referral', testClock());
      await expect(foreign.command(contextFor({ agencyId: agencyA }), write)).rejects.toThrow(
        'referral may not publish report.linked.v1',
      );
      expect(await notes()).toBe(0);
    });

    it('is tried again after a deadlock', async () => {
      const [one, two] = [randomUUID(), randomUUID()];
      await db.worker.query('insert into note (id, agency_id, n) values ($1, $3, 901), ($2, $3, 902)', [
        one,
        two,
        agencyA,
      ]);
      const meet = meeting(2);
      let tries = 0;
      const lock = (first: string, second: string) =>
        work.command(contextFor({ agencyId: agencyA }), async (tx) => {
          await tx.query('select 1 from note where id = $1 for update', [first]);
          tries = await meet();
          await tx.query('select 1 from note where id = $1 for update', [second]);
          return done(undefined);
        });
      const answers = await Promise.all([lock(one, two), lock(two, one)]);
      expect(answers.every((answer) => answer.ok)).toBe(true);
      expect(tries).toBeGreaterThanOrEqual(3);
      expect(await publishedEntries(db.worker)).toHaveLength(2);
    });

    it('whose connection is cut fails as unavailable and leaves nothing', async () => {
      const cut = work.command(contextFor({ agencyId: agencyA }), async (tx, act) => {
        const outcome = await write(tx, act);
        await db.cut('app');
        return outcome;
      });
      const error = await cut.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(isUnavailable(error)).toBe(true);
      expect(await notes()).toBe(0);
    });
  });

  describe('of a read', () => {
    const readAll = (tx: EntityManager, act: Act) =>
      tx.query<{ id: string }[]>('select id from note order by n').then((rows) => {
        act.trail.listed(
          'note',
          rows.map((row) => row.id),
        );
        return done(rows);
      });

    it('has its entry on record before the value is given', async () => {
      const answer = await work.read(contextFor({ agencyId: agencyA }), readAll);
      expect(answer.ok).toBe(true);
      expect(await publishedEntries(db.worker)).toMatchObject([{ outcome: 'success', resultCount: 0 }]);
    });

    it('gives no value when it cannot be recorded', async () => {
      await db.owner.query('revoke insert on outbox from specimen_app');
      const error = await work.read(contextFor({ agencyId: agencyA }), readAll).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({
        name: 'NotRecorded',
        cause: { message: expect.stringContaining('permission denied') as string },
      });
      expect(isUnavailable(error)).toBe(true);
    });

    it('of what is not there is recorded as denied', async () => {
      const answer = await work.read(contextFor({ agencyId: agencyB }), () =>
        Promise.resolve(refuse('not-found')),
      );
      expect(answer).toEqual({ ok: false, reason: 'not-found' });
      expect(await publishedEntries(db.worker)).toMatchObject([{ outcome: 'denied', reason: 'not-found' }]);
    });

    it('sees its own agency’s rows only, however requests share connections', async () => {
      await db.worker.query(
        'insert into note (id, agency_id, n) select gen_random_uuid(), (array[$1::uuid, $2::uuid])[1 + i % 2], 1000 + i from generate_series(1, 20) i',
        [agencyA, agencyB],
      );
      const owners = (agencyId: string | null) =>
        work.readPublic(contextFor({ agencyId }), (tx) =>
          tx.query<{ agency_id: string }[]>('select distinct agency_id from note'),
        );
      const seen = await Promise.all(
        Array.from({ length: 40 }, (_, i) => owners([agencyA, agencyB, null][i % 3] ?? null)),
      );
      seen.forEach((rows, i) => {
        const agency = [agencyA, agencyB, null][i % 3] ?? null;
        expect(rows).toEqual(agency === null ? [] : [{ agency_id: agency }]);
      });
      expect(await db.app.query('select 1 from note')).toEqual([]);
    });

    it('of public data leaves no entry', async () => {
      await work.readPublic(contextFor({ agencyId: agencyA }), (tx) => tx.query('select 1'));
      expect(await publishedEntries(db.worker)).toEqual([]);
    });
  });
});
