import { randomUUID } from 'node:crypto';
import type { EventData } from '@rujukan/contracts';
import { UnitOfWork } from '@rujukan/persistence';
import { publishedEvents, testClock } from '@rujukan/testing';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import type { News } from '../../domain/notifications/notification.js';
import { ListNotifications } from '../list-notifications/list-notifications.query.js';
import { MarkNotificationsRead } from '../mark-notifications-read/mark-notifications-read.js';
import {
  aService,
  received,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { OnHandoffMoved } from './on-handoff-moved.js';

const social = '0195718e-5a00-7000-8000-0000000000d1';
const farSocial = '0195718e-5a00-7000-8000-0000000000d2';

describe('the list of a desk', () => {
  let service: TestService;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    await service.database.owner.query(
      `insert into agency (id, code, name, type, area_code) values
         ($1, 'dinsos', 'Dinas Sosial (Demo)', 'social-service', '61.71.05'),
         ($2, 'dinsos-skw', 'Dinas Sosial Singkawang (Demo)', 'social-service', '61.72.01')`,
      [social, farSocial],
    );
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  /** Everything that was announced of a handoff comes back to this service's worker. */
  const hears = async (handoff: HandoffId) => {
    const uow = new UnitOfWork(service.database.worker, 'referral', testClock());
    const news = (await publishedEvents(service.database.worker)).filter(
      ({ type, data }) => type.startsWith('handoff.') && 'handoffId' in data && data.handoffId === handoff,
    );
    for (const { type, data } of news)
      await service.database.worker.transaction((tx) =>
        new OnHandoffMoved(uow).execute(tx, received(type as News, data as EventData[News])),
      );
  };
  const worker = (agency: string, roles = ['case-manager'], subject = randomUUID()) =>
    someoneOf(agency, { roles, subject });
  const listOf = async (by: ReturnType<typeof worker>, query: { unread?: 'true'; limit?: number } = {}) =>
    valueOf(await new ListNotifications(service.uow, service.cursors).execute(by, { limit: 100, ...query }));
  /** Told at one and the same moment, they have no order among them. */
  const about = (handoff: string, list: Awaited<ReturnType<typeof listOf>>) =>
    list.items
      .filter((line) => line.handoffId === handoff)
      .map(({ kind, status }) => [kind, status])
      .sort();

  it('has a line for each move of a handoff, on the side that must know', async () => {
    const handoff = await service.refers(id);
    valueOf(await service.complete.execute(someoneOf(shelter), handoff, 2, { outcome: 'service-provided' }));
    await hears(handoff);
    expect(about(handoff, await listOf(worker(shelter)))).toEqual([['new-task', 'requested']]);
    expect(about(handoff, await listOf(worker(uptd)))).toEqual([
      ['task-ended', 'completed'],
      ['task-moved', 'accepted'],
    ]);
    expect((await listOf(worker(stranger))).items).toEqual([]);
    expect(await service.seenBy(stranger, 'select from notification')).toEqual([]);
    expect(JSON.stringify(await listOf(worker(shelter)))).not.toContain(id);
  });

  it('is read by each person for herself', async () => {
    const handoff = await service.refers(id);
    await hears(handoff);
    const [one, other] = [worker(shelter), worker(shelter)];
    const unread = await listOf(one, { unread: 'true' });
    const mark = new MarkNotificationsRead(service.uow);
    const ids = unread.items.map((line) => line.id);
    expect(valueOf(await mark.execute(one, [...ids, randomUUID()]))).toEqual({ marked: ids.length });
    expect(valueOf(await mark.execute(one, ids))).toEqual({ marked: 0 });
    expect(await listOf(one, { unread: 'true' })).toMatchObject({ unread: 0, items: [] });
    expect((await listOf(one)).items.every(({ isRead }) => isRead)).toBe(true);
    expect((await listOf(other)).unread).toBe(ids.length);
    expect(valueOf(await mark.execute(worker(stranger), ids))).toEqual({ marked: 0 });
  });

  it('warns of a full shelter: the supervisor, and the social services of the city, of no child', async () => {
    const handoff = await service.asks(id);
    valueOf(await service.reject.execute(someoneOf(shelter), handoff, 1, { reason: 'no-capacity' }));
    await service.hearsOfRejection(handoff);
    await hears(handoff);
    expect(about(handoff, await listOf(worker(uptd)))).toEqual([
      ['alternative-proposed', undefined],
      ['task-ended', 'rejected'],
    ]);
    expect(about(handoff, await listOf(worker(uptd, ['supervisor'])))).toContainEqual([
      'capacity-alert',
      undefined,
    ]);
    const [alert, ...more] = (await listOf(worker(social))).items;
    expect(alert).toMatchObject({
      kind: 'capacity-alert',
      serviceType: 'emergency-shelter',
      areaCode: '61.71',
    });
    expect(alert).not.toHaveProperty('handoffId');
    expect(more).toEqual([]);
    expect((await listOf(worker(farSocial))).items).toEqual([]);
  });

  it('is read page by page, newest first, each line once', async () => {
    for (const _ of [1, 2, 3]) await hears(await service.asks(await service.opens()));
    const reader = worker(shelter);
    const whole = (await listOf(reader)).items.map((line) => line.id);
    const list = new ListNotifications(service.uow, service.cursors);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = valueOf(await list.execute(reader, { limit: 2, ...(cursor ? { cursor } : {}) }));
      paged.push(...page.items.map((line) => line.id));
      cursor = page.next;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  });
});
