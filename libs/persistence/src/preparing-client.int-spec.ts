import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { done } from '@rujukan/kernel';
import { contextFor, leakCheck, testClock, testDatabase, type TestDatabase } from '@rujukan/testing';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import { UnitOfWork } from './unit-of-work.js';

describe('a connection of a service', () => {
  const nothingLeft = leakCheck();
  const agency = randomUUID();
  let db: TestDatabase;
  let work: UnitOfWork;

  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000], { poolSize: 1 });
    work = new UnitOfWork(db.app, 'intake', testClock());
    await db.worker.query('insert into note (id, agency_id, n) values ($1, $2, 1)', [randomUUID(), agency]);
  });
  afterEach(() => db.close());
  afterAll(() => nothingLeft());

  const notes = (tx: EntityManager) => tx.query<object[]>('select * from note where n = $1', [1]);
  const read = (by = agency) => work.readPublic(contextFor({ agencyId: by }), notes);

  it('plans a statement once, and shows each caller no more than its own rows', async () => {
    expect(await read()).toHaveLength(1);
    expect(await read(randomUUID())).toHaveLength(0);
    expect(await read()).toHaveLength(1);
    const prepared = await db.app.query<object[]>(
      `select from pg_prepared_statements where statement like 'select * from note%'`,
    );
    expect(prepared).toHaveLength(1);
  });

  it('still keeps callers apart once the plan is the same for all', async () => {
    for (let n = 0; n < 12; n += 1) await read();
    const [plans] = await db.app.query<{ generic: string }[]>(
      `select generic_plans as generic from pg_prepared_statements where statement like 'select * from note%'`,
    );
    expect(Number(plans?.generic)).toBeGreaterThan(0);
    expect(await read(randomUUID())).toHaveLength(0);
  });

  it('goes on when a migration changes a table under it, in reads and in acts', async () => {
    const act = () =>
      work.command(contextFor({ agencyId: agency }), async (tx) => done((await notes(tx)).length));
    await read();
    await db.owner.query('alter table note add column more int');
    expect(await read()).toEqual([expect.objectContaining({ more: null })]);
    await db.owner.query('alter table note drop column more');
    expect(await act()).toEqual(done(1));
  });

  it('says what is wrong with a statement as often as it is sent', async () => {
    const broken = () => db.app.query('select nothing from note where n = $1', [1]);
    await expect(broken()).rejects.toThrow('nothing');
    await expect(broken()).rejects.toThrow('nothing');
  });
});
