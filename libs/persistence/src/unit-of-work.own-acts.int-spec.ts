import { randomUUID } from 'node:crypto';
import type { ReceivedEvent } from '@rujukan/messaging';
import {
  contextFor,
  leakCheck,
  publishedEntries,
  testClock,
  testDatabase,
  type TestDatabase,
} from '@rujukan/testing';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import { UnitOfWork } from './unit-of-work.js';

jest.setTimeout(60_000);

const agencyId = randomUUID();

describe('outside of any request’s work', () => {
  const nothingLeft = leakCheck();
  let db: TestDatabase;
  let work: UnitOfWork;

  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
    work = new UnitOfWork(db.app, 'intake', testClock());
  });
  afterEach(() => db.close());
  afterAll(() => nothingLeft());

  it('records on its own that someone was turned away', async () => {
    await work.refused(contextFor({ agencyId }), 'forbidden');
    expect(await publishedEntries(db.worker)).toMatchObject([
      { outcome: 'denied', reason: 'forbidden', actor: { org: agencyId }, entity: [] },
    ]);
  });

  it('records what was asked for by whoever was turned away, where it was named', async () => {
    const asked = { type: 'case', id: randomUUID() };
    await work.refused(contextFor({ agencyId }), 'forbidden', { asked });
    expect(await publishedEntries(db.worker)).toMatchObject([{ outcome: 'denied', entity: [asked] }]);
  });

  it('lets one entry stand for many refusals, and knows that the request has it', async () => {
    const context = contextFor({ agencyId });
    expect(work.isRecorded(context)).toBe(false);
    await work.refused(context, 'too-many-requests', { times: 7 });
    expect(work.isRecorded(context)).toBe(true);
    expect(await publishedEntries(db.worker)).toMatchObject([{ outcome: 'denied', times: 7 }]);
  });

  describe('an act of the service’s own', () => {
    const declared = { type: 'clock.breach', action: 'U', purpose: 'case-management' } as const;
    const own = () => new UnitOfWork(db.worker, 'intake', testClock());
    const cause = {
      id: randomUUID(),
      correlationId: randomUUID(),
      traceId: 'a'.repeat(32),
    } as ReceivedEvent;

    it('stands in the trail as the consequence of another service’s event', async () => {
      await db.worker.transaction((tx) =>
        own().consequence(tx, cause, declared, async (act) => void act.trail.touched('clock', 'c')),
      );
      expect(await publishedEntries(db.worker)).toMatchObject([
        {
          type: 'clock.breach',
          actor: { sub: 'system:intake', kind: 'service' },
          requestId: cause.correlationId,
          causationId: cause.id,
        },
      ]);
    });

    it('vanishes with the transaction that marks the event as handled', async () => {
      const undone = db.worker.transaction(async (tx) => {
        await own().consequence(tx, cause, declared, async (act) => void act.trail.touched('clock', 'c'));
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      expect(await publishedEntries(db.worker)).toEqual([]);
    });

    it('leaves an entry when a timer did something, and none when there was nothing to do', async () => {
      await own().timer(declared, () => Promise.resolve());
      expect(await publishedEntries(db.worker)).toEqual([]);
      const at = await own().timer(declared, (_, act, now) => {
        act.trail.touched('clock', 'c');
        return Promise.resolve(now);
      });
      expect(at).toEqual(testClock().now());
      expect(await publishedEntries(db.worker)).toMatchObject([{ actor: { sub: 'system:intake' } }]);
    });
  });
});
