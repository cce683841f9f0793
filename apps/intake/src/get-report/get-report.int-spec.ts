import { publishedEntries } from '@rujukan/testing';
import { reportId } from '../domain/ids.js';
import {
  aChild,
  anIntake,
  canaries,
  police,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { GetReport } from './get-report.query.js';

describe('reading a report', () => {
  let intake: Intake;
  let getReport: GetReport;

  beforeAll(async () => {
    intake = await anIntake();
    getReport = new GetReport(intake.uow, intake.sealer);
  });
  afterAll(() => intake.close());

  it('gives the recipient everything, as it was filed', async () => {
    const children = [
      aChild(),
      { sex: 'male', statedAge: 12, ageCertainty: 'stated', languages: [], hasDisability: true } as const,
    ];
    const { id } = await intake.files({ children, policeReportNumber: canaries.policeReportNumber });
    expect(await getReport.execute(someoneOf(uptd), id)).toMatchObject({
      ok: true,
      value: {
        id,
        status: 'received',
        version: 1,
        allowedActions: ['accept', 'forward', 'link-duplicate', 'mark-insufficient'],
        reporterContact: { name: canaries.reporter, phone: canaries.phone },
        place: { type: 'lodging', areaCode: '61.71.01', description: canaries.place },
        summary: canaries.summary,
        occurredAt: new Date('2026-03-07T18:30:00.000Z'),
        policeReportNumber: canaries.policeReportNumber,
        children,
        cases: [],
      },
    });
  });

  it('names in its record the fields that were shown, and none of their values', async () => {
    const { id } = await intake.files();
    await getReport.execute(someoneOf(uptd), id);
    const entry = (await publishedEntries(intake.database.worker)).at(-1);
    expect(entry).toMatchObject({ outcome: 'success', authz: { policyId: 'report-recipient' } });
    expect(entry?.entity[0]?.fields).toEqual(
      expect.arrayContaining(['children', 'reporterContact', 'summary']),
    );
    for (const canary of Object.values(canaries)) expect(JSON.stringify(entry)).not.toContain(canary);
  });

  it('shows the children in their cases only, once these are open', async () => {
    const [opened] = await intake.opens();
    const [row] = await intake.seenBy<{ id: string }>(
      uptd,
      `select report_id as id from case_file where id = $1`,
      [opened],
    );
    const seen = await getReport.execute(someoneOf(uptd), reportId(row!.id));
    expect(seen).toMatchObject({
      ok: true,
      value: {
        status: 'accepted',
        allowedActions: [],
        reporterContact: { phone: canaries.phone },
        cases: [{ id: opened }],
      },
    });
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${canaries.name}|${canaries.summary}|children`));
    expect((await intake.trail(opened!)).at(-1)).toMatchObject({ subject: [opened] });

    await intake.transfers(opened!, uptd, singkawang);
    expect(await getReport.execute(someoneOf(uptd), reportId(row!.id))).toMatchObject({
      ok: true,
      value: { cases: [] },
    });
  });

  it('gives who filed it the content until triage, and then how it fares', async () => {
    const { id } = await intake.files({ recipientAgencyId: uptd }, police);
    expect(await getReport.execute(someoneOf(police), id)).toMatchObject({
      ok: true,
      value: { summary: canaries.summary, allowedActions: [] },
    });
  });

  it('looks to another agency as if there were no report, and keeps record of the attempt', async () => {
    const { id } = await intake.files();
    for (const who of [stranger, null])
      expect(await getReport.execute(someoneOf(who), id)).toMatchObject({ ok: false, reason: 'not-found' });
    expect((await publishedEntries(intake.database.worker)).slice(-2)).toMatchObject([
      { outcome: 'denied', reason: 'not-found', entity: [{ type: 'report', id }], actor: { org: stranger } },
      { outcome: 'denied' },
    ]);
  });
});
