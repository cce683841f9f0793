import { UnitOfWork } from '@rujukan/persistence';
import { saturdayNight, testClock } from '@rujukan/testing';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  reasonOf,
  singkawang,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { SignRollback } from '../sign-rollback/sign-rollback.js';
import { LapseRollbacks } from './lapse-rollbacks.js';

const week = 7 * 24 * 3_600_000;

describe('a roll-back that the other agency does not sign', () => {
  let service: TestService;
  let rollback: SignRollback;
  let id: CaseId;
  let transfer: HandoffId;

  beforeAll(async () => {
    service = await aService();
    rollback = new SignRollback(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    valueOf(await sign(uptd));
  });

  const sign = (agency: string, after = 0) =>
    rollback.execute(
      someoneOf(agency, { now: new Date(saturdayNight.getTime() + after) }),
      { id: transfer, version: 2 },
      'out-of-jurisdiction',
    );
  const custodySeenByFormer = () => service.seenBy(uptd, 'select from case_custody where case_id = $1', [id]);
  const lapses = (after: number) => {
    const clock = testClock();
    clock.advance(after);
    return new LapseRollbacks(new UnitOfWork(service.database.worker, 'referral', clock)).execute();
  };

  it('shows the former custodian the custody of the case for seven days, and then no more', async () => {
    expect(await lapses(week)).toBe(0);
    expect(await custodySeenByFormer()).toHaveLength(1);
    expect(await lapses(week + 1)).toBe(1);
    expect(await custodySeenByFormer()).toEqual([]);
    expect((await service.trail(transfer)).at(-1)).toMatchObject({
      type: 'custody.lapse-rollback',
      actor: { sub: 'system:referral' },
    });
  });

  it('lapses once when six workers look at once, and is refused from then on for being late', async () => {
    const counts = await Promise.all(Array.from({ length: 6 }, () => lapses(week + 1)));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
    for (const agency of [uptd, singkawang])
      expect(reasonOf(await sign(agency, week + 1))).toBe('rollback-too-late');
  });

  it('does not lapse when it was signed in time', async () => {
    expect(valueOf(await sign(singkawang, week)).status).toBe('rolled-back');
    expect(await lapses(week + 1)).toBe(0);
  });
});
