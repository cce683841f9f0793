import { publishedEntries, publishedEvents } from '@rujukan/testing';
import type { CaseId } from '../domain/ids.js';
import { RecordPoliceReport } from '../record-police-report/record-police-report.js';
import { aChild, anIntake, canaries, someoneOf, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { BreachClocks } from './breach-clocks.js';

const hours = 3_600_000;

describe('clocks whose time is up', () => {
  let intake: Intake;
  let breachClocks: BreachClocks;

  beforeEach(async () => {
    intake = await anIntake();
    breachClocks = new BreachClocks(intake.workerUow);
  });
  afterEach(() => intake.close());

  const breaches = () => publishedEvents(intake.database.worker, 'clock.breached.v1');

  it('are left alone until the very instant has passed', async () => {
    await intake.opens();
    intake.clock.advance(72 * hours);
    expect(await breachClocks.execute()).toBe(0);
    intake.clock.advance(1);
    expect(await breachClocks.execute()).toBe(1);
    expect(await breachClocks.execute()).toBe(0);
  });

  it('are told once each, by whichever worker comes first', async () => {
    const children = Array.from({ length: 10 }, () => aChild());
    const ids = await intake.opens({ children });
    intake.clock.advance(73 * hours);
    const workers = Array.from({ length: 6 }, () => new BreachClocks(intake.workerUow));
    await Promise.all(workers.map((worker) => worker.execute()));
    await breachClocks.execute();
    const told = await breaches();
    expect(told.map((event) => event.key).sort()).toEqual([...ids].sort());
    expect(told[0]?.data).toMatchObject({
      definition: 'police-report',
      agencyId: uptd,
      dueAt: '2026-03-10T20:00:00.000Z',
    });
  });

  it('leave an entry with the cases concerned, and none where nothing is overdue', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    await breachClocks.execute();
    intake.clock.advance(73 * hours);
    await breachClocks.execute();
    const entries = (await publishedEntries(intake.database.worker)).filter(
      (entry) => entry.type === 'clock.breach',
    );
    expect(entries).toMatchObject([
      { actor: { sub: 'system:intake' }, subject: [id], entity: [{ type: 'clock' }] },
    ]);
  });

  it('are not told of a duty that was done', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    await new RecordPoliceReport(intake.uow, intake.sealer).execute(
      someoneOf(uptd),
      id,
      1,
      canaries.policeReportNumber,
    );
    intake.clock.advance(73 * hours);
    await breachClocks.execute();
    expect(await breaches()).toEqual([]);
  });

  it('and the duty done at the same moment give one breach and one late end', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    intake.clock.advance(73 * hours);
    const record = new RecordPoliceReport(intake.uow, intake.sealer);
    const officer = someoneOf(uptd, { now: intake.clock.now() });
    await Promise.all([breachClocks.execute(), record.execute(officer, id, 1, canaries.policeReportNumber)]);
    expect(await breaches()).toHaveLength(1);
    expect(await publishedEvents(intake.database.worker, 'clock.met.v1')).toMatchObject([
      { data: { isLate: true } },
    ]);
  });
});
