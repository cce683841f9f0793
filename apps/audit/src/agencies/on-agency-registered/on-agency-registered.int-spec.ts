import { randomUUID } from 'node:crypto';
import { publishedEntries, testClock } from '@rujukan/testing';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { aLog, type TestLog } from '../../storage/fixtures/a-log.js';
import { findAgencies } from '../../storage/known-agency.store.js';
import { OnAgencyRegistered } from './on-agency-registered.js';

jest.setTimeout(30_000);

describe('an agency that was registered', () => {
  let log: TestLog;
  let handler: OnAgencyRegistered;

  beforeAll(async () => {
    log = await aLog();
    handler = new OnAgencyRegistered(new UnitOfWork(log.database.worker, 'audit', testClock()));
  });
  afterAll(() => log.close());

  const announced = (agencyId: string, version: number, agencyCode: string) =>
    log.database.worker.transaction((tx) =>
      handler.execute(tx, {
        id: randomUUID(),
        correlationId: randomUUID(),
        traceId: 'a'.repeat(32),
        data: { agencyId, agencyCode, agencyType: 'hospital', version },
      } as ReceivedEvent<'directory.agency-registered.v1'>),
    );

  it('is called what its highest version says, also when an older one comes late or the same one twice', async () => {
    const id = randomUUID();
    await announced(id, 2, 'rsud');
    await announced(id, 1, 'old');
    await announced(id, 2, 'rsud');
    expect((await findAgencies(log.database.app.manager)).get(id)).toEqual({
      code: 'rsud',
      type: 'hospital',
    });
    const learned = (await publishedEntries(log.database.worker)).filter(
      ({ entity }) => entity[0]?.id === id,
    );
    expect(learned).toMatchObject([{ type: 'agency.learn', purpose: 'directory' }]);
  });

  it('is entered by the worker alone', async () => {
    await expect(log.database.app.query('delete from known_agency')).rejects.toThrow('permission denied');
  });
});
