import { publishedEvents } from '@rujukan/testing';
import type { CaseId } from '../domain/ids.js';
import { GetCase } from '../get-case/get-case.query.js';
import {
  anIntake,
  canaries,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { RecordPoliceReport } from './record-police-report.js';

const number = canaries.policeReportNumber;
const report = { policeReportNumber: number };
const lateReason = { code: 'receiver-unreachable', text: 'Kantor polisi tutup karena banjir' } as const;

describe('recording a police report', () => {
  let intake: Intake;
  let recordPoliceReport: RecordPoliceReport;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    recordPoliceReport = new RecordPoliceReport(intake.uow, intake.sealer);
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    [id] = (await intake.opens()) as [CaseId];
  });

  const clockEvents = async () =>
    (await publishedEvents(intake.database.worker)).filter(
      (event) => event.key === id && event.type.startsWith('clock'),
    );

  it('keeps the number, sealed, and stops the clock', async () => {
    const recorded = await recordPoliceReport.execute(someoneOf(uptd), id, 1, report);
    expect(recorded).toMatchObject({
      ok: true,
      value: { id, version: 2, clock: { state: 'met', isLate: false } },
    });
    expect((await clockEvents()).at(-1)).toMatchObject({
      type: 'clock.met.v1',
      data: { caseId: id, agencyId: uptd, stoppedAt: '2026-03-07T20:00:00.000Z', isLate: false },
    });
    const read = await new GetCase(intake.uow, intake.sealer).execute(someoneOf(uptd), id);
    expect(read).toMatchObject({ ok: true, value: { policeReportNumber: number, version: 2 } });
    expect(await intake.stolen()).not.toContain(number);
  });

  it('tells of the breach as well when it comes too late and the timer was not there yet', async () => {
    const now = new Date('2026-03-10T20:01:00.000Z');
    const late = { ...report, lateReason };
    const recorded = await recordPoliceReport.execute(someoneOf(uptd, { now }), id, 1, late);
    expect(recorded).toMatchObject({ ok: true, value: { clock: { isLate: true } } });
    expect((await clockEvents()).map((event) => event.type)).toEqual([
      'clock.started.v1',
      'clock.breached.v1',
      'clock.met.v1',
    ]);
  });

  it('is refused after the 72 hours without a reason in writing, which is kept sealed', async () => {
    const now = new Date('2026-03-10T20:01:00.000Z');
    const send = (more: object) =>
      recordPoliceReport.execute(someoneOf(uptd, { now }), id, 1, { ...report, ...more });
    expect(await send({})).toMatchObject({
      reason: 'late-reason-missing',
      details: { dueAt: expect.any(Date) as Date },
    });
    expect(await send({ lateReason })).toMatchObject({ ok: true });
    const read = await new GetCase(intake.uow, intake.sealer).execute(someoneOf(uptd, { now }), id);
    expect(read).toMatchObject({ value: { clocks: [{ isLate: true, lateReason: lateReason.code }] } });
    expect(await intake.stolen()).not.toContain('banjir');
  });

  it('keeps no reason where the time was kept', async () => {
    await recordPoliceReport.execute(someoneOf(uptd), id, 1, { ...report, lateReason });
    const read = await new GetCase(intake.uow, intake.sealer).execute(someoneOf(uptd), id);
    expect(read).toMatchObject({ ok: true, value: { clocks: [{ isLate: false }] } });
    expect(JSON.stringify(read)).not.toContain(lateReason.code);
  });

  it('is done once: a second number finds no clock running', async () => {
    await recordPoliceReport.execute(someoneOf(uptd), id, 1, report);
    expect(await recordPoliceReport.execute(someoneOf(uptd), id, 2, report)).toMatchObject({
      reason: 'clock-not-running',
    });
    const [known] = (await intake.opens({ policeReportNumber: number })) as [CaseId];
    expect(await recordPoliceReport.execute(someoneOf(uptd), known, 1, report)).toMatchObject({
      reason: 'clock-not-running',
    });
  });

  it('still counts after closure, since the duty does not end with the case', async () => {
    await intake.closes(id);
    expect(await recordPoliceReport.execute(someoneOf(uptd), id, 2, report)).toMatchObject({ ok: true });
  });

  it('is the custodian’s: a receiver may not, and to a stranger there is no case', async () => {
    await intake.refers(id, shelter, 'police-report');
    expect(await recordPoliceReport.execute(someoneOf(shelter), id, 1, report)).toMatchObject({
      reason: 'not-custodian',
    });
    expect(await recordPoliceReport.execute(someoneOf(stranger), id, 1, report)).toMatchObject({
      reason: 'not-found',
    });
    expect(await recordPoliceReport.execute(someoneOf(uptd), id, 7, report)).toMatchObject({
      reason: 'stale-version',
    });
    await intake.transfers(id, uptd, singkawang);
    expect(await recordPoliceReport.execute(someoneOf(uptd), id, 2, report)).toMatchObject({
      reason: 'not-found',
    });
    expect(await recordPoliceReport.execute(someoneOf(singkawang), id, 2, report)).toMatchObject({
      ok: true,
    });
    expect((await clockEvents()).at(-1)).toMatchObject({ data: { agencyId: singkawang } });
  });

  it('happens once when eight people do it at the same moment', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => recordPoliceReport.execute(someoneOf(uptd), id, 1, report)),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(await clockEvents()).toHaveLength(2);
  });

  it('is answered again under the same key', async () => {
    const who = { subject: 'same', idempotencyKey: 'a-key' };
    const send = () => recordPoliceReport.execute(someoneOf(uptd, who), id, 1, report);
    const first = await send();
    expect(await send()).toEqual({ ...first, replayed: true });
  });
});
