import { meet, pause } from '@rujukan/clocks';
import { boardOf, findClocks, positionOf, pseudonymOf, viewOf, type ClockFilter } from './clock.finder.js';
import { aDuty, aSpecimen, debtor, testing, waiting, type Specimen } from './fixtures/specimen-service.js';

const hours = 3_600_000;
const other = '0195718e-5a00-7000-8000-00000000000c';

describe('a board of clocks', () => {
  let specimen: Specimen;

  beforeAll(async () => {
    specimen = await aSpecimen();
    const now = specimen.clock.now();
    await specimen.starts(3);
    await specimen.starts(2, { definition: 'referral-ack' });
    await specimen.starts(1, { agencyId: other, awaitedBy: debtor });
    const [ended, waits] = await specimen.starts(2);
    await specimen
      .worker()
      .timer(testing, (tx, act) =>
        specimen.clocks.save(tx, act, [meet(ended!.clock, now)!, pause(waits!.clock, 'returned', now)!]),
      );
    specimen.clock.advance(2.5 * hours);
    await specimen.worker().timer(testing, (tx, act, at) => specimen.clocks.strike(tx, act, at));
  });
  afterAll(() => specimen.close());

  const find = (filter: Partial<ClockFilter>, viewer = debtor) =>
    specimen.database.worker.transaction((tx) =>
      findClocks(
        tx,
        { viewer: { agencyId: viewer }, standing: 'open', limit: 50, ...filter },
        specimen.clock.now(),
      ),
    );

  it('counts by agency and step, who has most overdue first', async () => {
    const groups = await boardOf(
      specimen.database.worker.manager,
      { agencyId: debtor },
      specimen.clock.now(),
    );
    expect(groups).toMatchObject([
      { agencyId: debtor, definition: 'referral-ack', running: 0, overdue: 2, paused: 0 },
      { agencyId: debtor, definition: 'referral-decision', running: 3, dueSoon: 3, overdue: 0, paused: 1 },
      { agencyId: other, definition: 'referral-decision', running: 1, dueSoon: 1 },
    ]);
    expect(groups[0]?.nextDueAt).toBeInstanceOf(Date);
    expect(
      await boardOf(specimen.database.worker.manager, { agencyId: waiting }, specimen.clock.now()),
    ).toHaveLength(2);
    expect(await boardOf(specimen.database.worker.manager, 'everyone', specimen.clock.now())).toHaveLength(3);
  });

  it('lists what one owes or waits for, by how it stands, agency and step', async () => {
    expect(await find({})).toHaveLength(7);
    expect(await find({ agencyId: other })).toHaveLength(1);
    expect(await find({ definition: 'referral-ack' })).toHaveLength(2);
    expect(await find({ standing: 'overdue' })).toHaveLength(2);
    expect(await find({ standing: 'paused' })).toHaveLength(1);
    expect(await find({ standing: 'ended' })).toHaveLength(1);
    expect(await find({}, aDuty().agencyId.replace(/a$/, 'e'))).toEqual([]);
  });

  it('goes page by page in order of deadline, each clock once', async () => {
    const first = await find({ limit: 4 });
    const rest = await find({ limit: 9, after: positionOf(first.at(-1)!) });
    expect([...first, ...rest].map(({ clock }) => clock.id)).toEqual(
      (await find({})).map(({ clock }) => clock.id),
    );
  });

  it('shows how a clock stands, and not whose case it is', async () => {
    const [overdue] = await find({ standing: 'overdue' });
    expect(viewOf(overdue!.clock, specimen.clock.now())).toMatchObject({
      state: 'breached',
      isOverdue: true,
      warned: 100,
      escalatedTo: 'supervisor',
      awaitedByAgencyId: waiting,
    });
    const [paused] = await find({ standing: 'paused' });
    const view = viewOf(paused!.clock, specimen.clock.now());
    expect(view).toMatchObject({ pauseReason: 'returned', isOverdue: false });
    expect(JSON.stringify(view)).not.toContain(paused!.clock.caseId);
  });

  it('calls a case the same each time, by a name that is not its own', () => {
    const { caseId } = aDuty();
    expect(pseudonymOf(caseId)).toMatch(/^S-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(pseudonymOf(caseId)).toBe(pseudonymOf(caseId));
    expect(pseudonymOf(caseId)).not.toBe(pseudonymOf(aDuty().caseId));
  });

  it('is closed to whoever is no party, in the database itself', async () => {
    const seen = (agency: string) =>
      specimen.database.app.transaction(async (tx) => {
        await tx.query(`select set_config('app.agency', $1, true)`, [agency]);
        return tx.query<object[]>('select 1 from duty_clock');
      });
    expect(await seen(other)).toHaveLength(1);
    expect(await seen(aDuty().agencyId.replace(/a$/, 'e'))).toEqual([]);
  });
});
