import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '@rujukan/persistence';
import { contextFor, saturdayNight, testClock } from '@rujukan/testing';
import type { CaseId } from '../../domain/ids.js';
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
import { ListDisclosures } from '../list-disclosures/list-disclosures.query.js';
import { StateDisclosures } from '../state-disclosures/state-disclosures.query.js';
import { FollowEmergency } from './follow-emergency.js';

const hour = 3_600_000;

describe('what an agency opened in an emergency', () => {
  let service: TestService;
  let id: CaseId;
  let accessId: string;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    accessId = randomUUID();
  });

  const worker = () => new FollowEmergency(new UnitOfWork(service.database.worker, 'referral', testClock()));
  const starts = () =>
    service.database.worker.transaction((tx) =>
      worker().execute(
        tx,
        received('case.emergency-access-started.v1', {
          caseId: id,
          accessId,
          agencyId: shelter,
          custodianAgencyId: uptd,
          reason: 'medical-emergency',
          endsAt: new Date(saturdayNight.getTime() + hour).toISOString(),
          reviewDueAt: new Date(saturdayNight.getTime() + 24 * hour).toISOString(),
        }),
      ),
    );
  const ends = (endedAt: Date) =>
    service.database.worker.transaction((tx) =>
      worker().execute(
        tx,
        received('case.emergency-access-ended.v1', {
          caseId: id,
          accessId,
          agencyId: shelter,
          endedAt: endedAt.toISOString(),
        }),
      ),
    );
  const ledger = async (by = someoneOf(uptd)) =>
    valueOf(await new ListDisclosures(service.uow, service.cursors).execute(by, id, { limit: 25 })).items;

  it('stands in the ledger beside the handoffs, until it ends', async () => {
    const handoff = await service.refers(id);
    await starts();
    const lines = await ledger();
    expect(lines).toContainEqual(expect.objectContaining({ handoffId: handoff }));
    expect(lines.filter(({ kind }) => kind === 'emergency')).toMatchObject([
      {
        accessId,
        to: { agencyId: shelter },
        fieldGroups: ['identity', 'guardian', 'safety', 'needs'],
        purpose: 'child-protection-emergency',
      },
    ]);
    const endedAt = new Date(saturdayNight.getTime() + hour);
    await ends(endedAt);
    const auditor = contextFor({ agencyId: stranger, roles: ['auditor'] });
    const [ended] = (await ledger(auditor)).filter(({ kind }) => kind === 'emergency');
    expect(ended!.until).toEqual(endedAt);
  });

  it('is one line, however often it is told, and a page ends and begins with it as with any other', async () => {
    await starts();
    await starts();
    await service.refers(id);
    const list = new ListDisclosures(service.uow, service.cursors);
    const first = valueOf(await list.execute(someoneOf(uptd), id, { limit: 1 }));
    const second = valueOf(await list.execute(someoneOf(uptd), id, { limit: 1, cursor: first.next }));
    expect([...first.items, ...second.items].map(({ kind }) => kind).sort()).toEqual([
      'emergency',
      'referral',
    ]);
    expect(second.next).toBeUndefined();
  });

  it('is told to the child', async () => {
    await starts();
    const told = valueOf(await new StateDisclosures(service.uow).execute(someoneOf(uptd), id, 'child', 'id'));
    expect(told.lines).toHaveLength(1);
    expect(told.lines[0]).toContain('dalam keadaan darurat');
  });
});
