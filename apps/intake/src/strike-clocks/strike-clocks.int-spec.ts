import { publishedEntries, publishedEvents } from '@rujukan/testing';
import type { CaseId } from '../domain/ids.js';
import { RecordPoliceReport } from '../record-police-report/record-police-report.js';
import { aChild, anIntake, canaries, someoneOf, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { StrikeClocks } from './strike-clocks.js';

const hours = 3_600_000;
const lateReason = { code: 'child-safety-first', text: 'Anak dibawa ke tempat aman dahulu' } as const;

describe('clocks whose time is up', () => {
  let intake: Intake;
  let strikeClocks: StrikeClocks;

  beforeEach(async () => {
    intake = await anIntake();
    strikeClocks = new StrikeClocks(intake.workerUow);
  });
  afterEach(() => intake.close());

  const breaches = () => publishedEvents(intake.database.worker, 'clock.breached.v1');

  it('are left alone until the very instant has passed', async () => {
    await intake.opens();
    intake.clock.advance(72 * hours);
    await strikeClocks.execute();
    expect(await breaches()).toEqual([]);
    intake.clock.advance(1);
    expect(await strikeClocks.execute()).toBe(1);
    expect(await breaches()).toHaveLength(1);
    expect(await strikeClocks.execute()).toBe(0);
  });

  it('are told once each, by whichever worker comes first', async () => {
    const children = Array.from({ length: 10 }, () => aChild());
    const ids = await intake.opens({ children });
    intake.clock.advance(73 * hours);
    const workers = Array.from({ length: 6 }, () => new StrikeClocks(intake.workerUow));
    await Promise.all(workers.map((worker) => worker.execute()));
    await strikeClocks.execute();
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
    await strikeClocks.execute();
    intake.clock.advance(73 * hours);
    await strikeClocks.execute();
    const entries = (await publishedEntries(intake.database.worker)).filter(
      (entry) => entry.type === 'clock.strike',
    );
    expect(entries).toMatchObject([
      { actor: { sub: 'system:intake' }, subject: [id], entity: [{ type: 'clock' }] },
    ]);
  });

  it('are not told of a duty that was done', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    await new RecordPoliceReport(intake.uow, intake.sealer).execute(someoneOf(uptd), id, 1, {
      policeReportNumber: canaries.policeReportNumber,
    });
    intake.clock.advance(73 * hours);
    await strikeClocks.execute();
    expect(await breaches()).toEqual([]);
  });

  it('and the duty done at the same moment give one breach and one late end', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    intake.clock.advance(73 * hours);
    const record = new RecordPoliceReport(intake.uow, intake.sealer);
    const officer = someoneOf(uptd, { now: intake.clock.now() });
    const report = { policeReportNumber: canaries.policeReportNumber, lateReason };
    await Promise.all([strikeClocks.execute(), record.execute(officer, id, 1, report)]);
    expect(await breaches()).toHaveLength(1);
    expect(await publishedEvents(intake.database.worker, 'clock.met.v1')).toMatchObject([
      { data: { isLate: true } },
    ]);
  });

  it('warn at half and at four fifths of the time, and call the supervisor, then oversight', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    for (const step of [36, 21.6, 14.4, 0.1, 24]) {
      intake.clock.advance(step * hours);
      await strikeClocks.execute();
    }
    const told = (await publishedEvents(intake.database.worker)).filter(
      ({ key, type }) => key === id && type.startsWith('clock.'),
    );
    expect(
      told.map(({ type, data }) => [
        type,
        'threshold' in data ? data.threshold : 'level' in data && data.level,
      ]),
    ).toEqual([
      ['clock.started.v1', false],
      ['clock.warned.v1', 50],
      ['clock.warned.v1', 80],
      ['clock.warned.v1', 100],
      ['clock.breached.v1', false],
      ['clock.escalated.v1', 'supervisor'],
      ['clock.escalated.v1', 'oversight'],
    ]);
  });
});
