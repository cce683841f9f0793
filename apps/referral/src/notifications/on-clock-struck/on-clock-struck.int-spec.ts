import { randomUUID } from 'node:crypto';
import type { EventData } from '@rujukan/contracts';
import { UnitOfWork } from '@rujukan/persistence';
import { publishedEvents, saturdayNight, testClock, type TestClock } from '@rujukan/testing';
import { StrikeClocks } from '../../clocks/strike-clocks/strike-clocks.js';
import type { ClockNews } from '../../domain/notifications/clock-notices.js';
import {
  aService,
  received,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ListNotifications } from '../list-notifications/list-notifications.query.js';
import { OnClockStruck } from './on-clock-struck.js';

const hours = 3_600_000;
const commission = '0195718e-5a00-7000-8000-0000000000e2';

describe('a deadline that runs out', () => {
  let service: TestService;
  let clock: TestClock;

  beforeEach(async () => {
    service = await aService();
    clock = testClock();
    await service.database.owner.query(
      `insert into agency (id, code, name, type, area_code) values
         ($1, 'kppad', 'Komisi (Demo)', 'oversight-province', '61.71.05')`,
      [commission],
    );
  });
  afterEach(() => service.close());

  const uow = () => new UnitOfWork(service.database.worker, 'referral', clock);
  const hears = <Type extends ClockNews>(type: Type, data: EventData[Type]) =>
    service.database.worker.transaction((tx) => new OnClockStruck(uow()).execute(tx, received(type, data)));
  /** Time goes by, and all that this service ever told of clocks comes back to its worker, each time under another id. */
  const passes = async (ms: number) => {
    clock.advance(ms);
    await new StrikeClocks(uow()).execute();
    for (const { type, data } of await publishedEvents(service.database.worker))
      if (type.startsWith('handoff-clock.')) await hears(type as ClockNews, data as EventData[ClockNews]);
  };
  const linesOf = async (agency: string, role: string) => {
    const list = new ListNotifications(service.uow, service.cursors);
    return valueOf(await list.execute(someoneOf(agency, { roles: [role] }), { limit: 100 })).items;
  };
  const told = async (agency: string, role: string) =>
    (await linesOf(agency, role)).map(({ kind, definition }) => `${kind} ${definition}`).sort();

  it('is told once to the desk that must act, then to its supervisor, a day later to the commissions', async () => {
    const handoff = await service.asks(await service.opens());
    await passes(0.5 * hours);
    expect(await told(shelter, 'case-manager')).toEqual([]);
    await passes(0.4 * hours);
    expect(await linesOf(shelter, 'case-manager')).toMatchObject([
      { kind: 'clock-warned', definition: 'referral-ack', handoffId: handoff, isRead: false },
    ]);
    expect(await told(stranger, 'supervisor')).toEqual([]);

    await passes(0.2 * hours);
    const missed = ['clock-missed referral-ack', 'clock-warned referral-ack'];
    expect(await told(shelter, 'case-manager')).toEqual(missed);
    expect(await told(shelter, 'supervisor')).toEqual(['clock-escalated referral-ack', ...missed]);
    expect(await told(commission, 'oversight-commissioner')).toEqual([]);

    await passes(24 * hours);
    const above = await linesOf(commission, 'oversight-commissioner');
    expect(above).toMatchObject([{ kind: 'clock-escalated', definition: 'referral-ack' }]);
    expect(above[0]).not.toHaveProperty('handoffId');
    expect(await told(commission, 'case-manager')).toEqual([]);
  });

  it('leads the custodian to the case of the need, and names it to nobody else', async () => {
    const id = await service.opens();
    await service.asks(id);
    await passes(3.1 * hours);
    const needs = (await linesOf(uptd, 'supervisor')).filter(
      ({ definition }) => definition === 'referral-need',
    );
    expect(needs.map(({ kind, caseId }) => [kind, caseId]).sort()).toEqual([
      ['clock-escalated', id],
      ['clock-missed', id],
    ]);
    expect(needs[0]).toMatchObject({ serviceType: 'emergency-shelter' });
    await passes(24 * hours);
    for (const [agency, role] of [
      [shelter, 'supervisor'],
      [commission, 'oversight-commissioner'],
    ] as const) {
      const lines = await linesOf(agency, role);
      expect(lines.length).toBeGreaterThan(0);
      expect(JSON.stringify(lines)).not.toContain(id);
    }
  });

  it('of a case that intake watches is told too, and leads there while the case is the desk’s', async () => {
    const duty = {
      clockId: randomUUID(),
      definition: 'police-report' as const,
      caseId: await service.opens(),
      agencyId: uptd,
      dueAt: saturdayNight.toISOString(),
    };
    await hears('clock.warned.v1', { ...duty, threshold: 80 });
    await hears('clock.breached.v1', duty);
    await hears('clock.escalated.v1', { ...duty, level: 'supervisor' });
    expect(await told(uptd, 'supervisor')).toEqual([
      'clock-escalated police-report',
      'clock-missed police-report',
      'clock-warned police-report',
    ]);
    expect((await linesOf(uptd, 'supervisor')).map(({ caseId }) => caseId)).toEqual(
      Array(3).fill(duty.caseId),
    );
    const transfer = await service.asksTransfer(duty.caseId);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    expect((await linesOf(uptd, 'supervisor')).filter(({ caseId }) => caseId)).toEqual([]);
  });

  it('leaves an entry of whom it told, and none where it told nobody', async () => {
    const id = await service.opens();
    await service.asks(id);
    const entries = async () => (await service.trail(id)).filter(({ type }) => type === 'notification.add');
    await passes(0.5 * hours);
    expect(await entries()).toEqual([]);
    await passes(0.4 * hours);
    expect(await entries()).toMatchObject([
      { entity: [{ type: 'notification', id: (await linesOf(shelter, 'case-manager'))[0]!.id }] },
    ]);
  });
});
