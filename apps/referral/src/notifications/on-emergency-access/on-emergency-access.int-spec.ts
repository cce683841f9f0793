import { randomUUID } from 'node:crypto';
import type { EventData } from '@rujukan/contracts';
import { UnitOfWork } from '@rujukan/persistence';
import { testClock } from '@rujukan/testing';
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
import { ListNotifications } from '../list-notifications/list-notifications.query.js';
import { OnEmergencyAccess, type EmergencyNews } from './on-emergency-access.js';

const inspectorate = '0195718e-5a00-7000-8000-0000000000e1';
const commission = '0195718e-5a00-7000-8000-0000000000e2';

describe('an emergency access', () => {
  let service: TestService;
  const caseId = randomUUID();

  beforeEach(async () => {
    service = await aService();
    await service.database.owner.query(
      `insert into agency (id, code, name, type, area_code) values
         ($1, 'insp', 'Inspektorat (Demo)', 'audit-body', '61.71.05'),
         ($2, 'kppad', 'Komisi (Demo)', 'oversight-province', '61.71.05')`,
      [inspectorate, commission],
    );
  });
  afterEach(() => service.close());

  const hears = <Type extends EmergencyNews>(type: Type, data: EventData[Type]) =>
    service.database.worker.transaction((tx) =>
      new OnEmergencyAccess(new UnitOfWork(service.database.worker, 'referral', testClock())).execute(
        tx,
        received(type, data),
      ),
    );
  const linesOf = async (agency: string, role: string) => {
    const list = new ListNotifications(service.uow, service.cursors);
    return valueOf(await list.execute(someoneOf(agency, { roles: [role] }), { limit: 10 })).items;
  };
  const starts = () =>
    hears('case.emergency-access-started.v1', {
      caseId,
      accessId: randomUUID(),
      agencyId: shelter,
      custodianAgencyId: uptd,
      reason: 'medical-emergency',
      endsAt: '2026-03-07T21:00:00.000Z',
      reviewDueAt: '2026-03-08T20:00:00.000Z',
    });
  const isSilent = (level: 'supervisor' | 'oversight', definition: 'break-glass-review' | 'police-report') =>
    hears('clock.escalated.v1', {
      clockId: randomUUID(),
      definition,
      caseId,
      agencyId: uptd,
      dueAt: '2026-03-08T20:00:00.000Z',
      level,
    });

  it('is told at once to both supervisors and the auditor, and to nobody else', async () => {
    await starts();
    for (const [agency, role] of [
      [uptd, 'supervisor'],
      [shelter, 'supervisor'],
      [inspectorate, 'auditor'],
    ] as const)
      expect(await linesOf(agency, role)).toMatchObject([{ kind: 'emergency-access', isRead: false }]);
    expect(await linesOf(uptd, 'case-manager')).toEqual([]);
    expect(await linesOf(commission, 'oversight-commissioner')).toEqual([]);
    expect(await linesOf(stranger, 'supervisor')).toEqual([]);
    expect(JSON.stringify(await linesOf(uptd, 'supervisor'))).not.toContain(caseId);
  });

  it('that nobody reviews is told again: first to the supervisor, then to the commissions', async () => {
    await isSilent('supervisor', 'break-glass-review');
    expect(await linesOf(uptd, 'supervisor')).toHaveLength(1);
    expect(await linesOf(commission, 'oversight-commissioner')).toEqual([]);
    await isSilent('oversight', 'break-glass-review');
    expect(await linesOf(commission, 'oversight-commissioner')).toHaveLength(1);
    expect(await linesOf(inspectorate, 'auditor')).toHaveLength(1);
  });

  it('has no line for other duties', async () => {
    await isSilent('supervisor', 'police-report');
    expect(await linesOf(uptd, 'supervisor')).toEqual([]);
  });
});
