import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, saturdayNight, testClock } from '@rujukan/testing';
import { addNotifications } from '../../storage/notification.store.js';
import { aService, shelter, someoneOf, valueOf, type TestService } from '../../storage/fixtures/a-service.js';
import { MarkNotificationsRead } from '../mark-notifications-read/mark-notifications-read.js';
import { PurgeNotifications } from './purge-notifications.js';

const day = 86_400_000;

describe('the list of a desk', () => {
  let service: TestService;
  let purge: PurgeNotifications;
  const clock = testClock();

  beforeAll(async () => {
    service = await aService();
    purge = new PurgeNotifications(new UnitOfWork(service.database.worker, 'referral', clock));
  });
  afterAll(() => service.close());

  it('loses what was read once it is ninety days old, and never what nobody has read', async () => {
    const [read, unread] = (await addNotifications(
      service.database.worker.manager,
      [1, 2].map(() => ({ agencyId: shelter, kind: 'task-moved' as const })),
      saturdayNight,
    )) as [string, string];
    const mark = new MarkNotificationsRead(service.uow);
    valueOf(await mark.execute(someoneOf(shelter), [read]));
    const left = async () =>
      (await service.seenBy<{ id: string }>(shelter, 'select id from notification order by id')).map(
        ({ id }) => id,
      );

    clock.advance(90 * day - 1);
    expect(await purge.execute()).toBe(0);
    clock.advance(1);
    const counts = await Promise.all([1, 2, 3].map(() => purge.execute()));
    expect(counts.sort()).toEqual([0, 0, 1]);
    expect(await left()).toEqual([unread]);
    clock.advance(900 * day);
    expect(await purge.execute()).toBe(0);

    const entries = (await publishedEntries(service.database.worker)).filter(
      ({ type }) => type === 'notification.purge',
    );
    expect(entries).toMatchObject([
      { actor: { sub: 'system:referral' }, entity: [{ type: 'notification', id: read }] },
    ]);
  });
});
