import { saturdayNight } from '@rujukan/testing';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  anAsk,
  aTransfer,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { SignRollback } from './sign-rollback.js';

const days = 24 * 3_600_000;

/** Only a supervisor signs, and only who may take a step is offered it. */
const supervisorOf: typeof someoneOf = (agency, who) => someoneOf(agency, { roles: ['supervisor'], ...who });

describe('rolling a transfer back', () => {
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
  });

  const signs = (agency: string, after = 0, version = 2) =>
    rollback.execute(
      someoneOf(agency, { now: new Date(saturdayNight.getTime() + after) }),
      { id: transfer, version },
      'out-of-jurisdiction',
    );
  const custody = async () =>
    (
      await service.database.worker.query<object[]>(
        'select custodian_agency_id as holder, epoch from case_custody where case_id = $1',
        [id],
      )
    )[0];

  it.each([
    ['the old custodian first', uptd, singkawang],
    ['the new custodian first', singkawang, uptd],
  ])('brings the case back when both have signed: %s', async (_, first, second) => {
    expect(valueOf(await signs(first)).status).toBe('proposed');
    expect(valueOf(await signs(first)).status).toBe('proposed');
    expect(await service.events('handoff.rollback-proposed.v1', transfer)).toMatchObject([
      { data: { proposedByAgencyId: first, reason: 'out-of-jurisdiction' } },
    ]);
    for (const agency of [first, second])
      expect(valueOf(await service.get.execute(supervisorOf(agency), transfer))).toMatchObject({
        rollback: {
          proposedBy: first,
          proposedAt: saturdayNight,
          reason: 'out-of-jurisdiction',
          until: new Date(saturdayNight.getTime() + 7 * days),
        },
        allowedActions: expect.arrayContaining(['roll-back']) as string[],
      });
    expect(await custody()).toEqual({ holder: singkawang, epoch: 2 });
    expect(valueOf(await signs(second)).status).toBe('rolled-back');
    expect(await custody()).toEqual({ holder: uptd, epoch: 3 });

    const moves = await service.events('case.custodian-changed.v1', transfer);
    expect(moves.map(({ data }) => [data.fromAgencyId, data.toAgencyId, data.epoch])).toEqual([
      [uptd, singkawang, 2],
      [singkawang, uptd, 3],
    ]);
    expect(await service.events('handoff.cancelled.v1', transfer)).toHaveLength(1);
    expect(reasonOf(await signs(first, 0, 3))).toBe('already-signed');
    for (const agency of [first, second])
      expect(valueOf(await service.get.execute(someoneOf(agency), transfer)).rollback).toEqual({
        proposedBy: first,
        proposedAt: saturdayNight,
        reason: 'out-of-jurisdiction',
        signed: { by: second, at: saturdayNight },
        until: new Date(saturdayNight.getTime() + 7 * days),
      });
  });

  it('takes with it what went on meanwhile, and leaves the other its receipt and no text', async () => {
    const bed = valueOf(
      await service.request.execute(someoneOf(singkawang), id, anAsk({ to: secondShelter }), {
        purpose: 'x',
      }),
    );
    valueOf(await signs(singkawang));
    valueOf(await signs(uptd));
    const read = (agency: string, handoff: HandoffId) => service.get.execute(someoneOf(agency), handoff);
    expect(valueOf(await read(uptd, bed.id as HandoffId))).toMatchObject({ from: { agencyId: uptd } });
    const receipt = valueOf(await read(singkawang, transfer));
    expect(receipt).toMatchObject({ status: 'cancelled' });
    expect(receipt).not.toHaveProperty('purpose');
    expect(
      reasonOf(await service.request.execute(someoneOf(singkawang), id, anAsk(), { purpose: 'x' })),
    ).toBe('not-found');
    expect(await service.seenBy(singkawang, 'select 1 from case_custody where case_id = $1', [id])).toEqual(
      [],
    );
  });

  it('stops who still writes under the custody of before', async () => {
    valueOf(await signs(singkawang));
    valueOf(await signs(uptd));
    const write = (custodyEpoch: number) =>
      service.request.execute(someoneOf(uptd), id, anAsk(), { purpose: 'x', custodyEpoch });
    expect(reasonOf(await write(1))).toBe('stale-epoch');
    expect(reasonOf(await write(3))).toBe('done');
  });

  it('is open for seven days and not a moment longer', async () => {
    expect(reasonOf(await signs(uptd, 7 * days + 1))).toBe('rollback-too-late');
    valueOf(await signs(uptd, 7 * days));
    expect(reasonOf(await signs(singkawang, 7 * days + 1))).toBe('rollback-too-late');
    expect(valueOf(await signs(singkawang, 7 * days)).status).toBe('rolled-back');
  });

  it('is not offered any more when its time is over', async () => {
    const offered = async (after: number) => {
      const reader = supervisorOf(uptd, { now: new Date(saturdayNight.getTime() + after) });
      return valueOf(await service.get.execute(reader, transfer)).allowedActions;
    };
    expect(await offered(7 * days)).toContain('roll-back');
    expect(await offered(7 * days + 1)).not.toContain('roll-back');
  });

  it('is not for a case that has moved on, was closed, or has arrived', async () => {
    const onward = valueOf(
      await service.request.execute(someoneOf(singkawang), id, { ...aTransfer, to: uptd }, { purpose: 'x' }),
    );
    valueOf(await service.accept.execute(someoneOf(uptd), onward.id as HandoffId, 1));
    expect(reasonOf(await signs(uptd))).toBe('stale-epoch');
    expect(reasonOf(await signs(singkawang))).toBe('stale-epoch');

    id = await service.opens();
    transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    await service.closes(id);
    expect(reasonOf(await signs(singkawang))).toBe('case-closed');
    valueOf(
      await service.complete.execute(someoneOf(singkawang), transfer, 2, { outcome: 'service-provided' }),
    );
    expect(reasonOf(await signs(uptd, 0, 3))).toBe('illegal-transition');
  });

  it('is a matter of the two, and of an accepted transfer', async () => {
    expect(reasonOf(await signs(stranger))).toBe('not-found');
    transfer = await service.refers(await service.opens());
    expect(reasonOf(await signs(uptd))).toBe('illegal-transition');
    expect(reasonOf(await signs(shelter))).toBe('illegal-transition');
  });

  it('lets both sign at the same moment, and moves custody once', async () => {
    const outcomes = await Promise.all([signs(uptd), signs(singkawang), signs(uptd), signs(singkawang)]);
    const said = outcomes.map((one) => (one.ok ? one.value.status : one.reason));
    expect(said.filter((what) => what === 'rolled-back')).toHaveLength(1);
    expect(await custody()).toEqual({ holder: uptd, epoch: 3 });
  });
});
