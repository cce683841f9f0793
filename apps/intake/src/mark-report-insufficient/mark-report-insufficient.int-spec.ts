import { publishedEvents } from '@rujukan/testing';
import { AcceptReport } from '../accept-report/accept-report.js';
import { GetReport } from '../get-report/get-report.query.js';
import { anIntake, police, someoneOf, stranger, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { MarkReportInsufficient } from './mark-report-insufficient.js';

describe('marking a report insufficient', () => {
  let intake: Intake;
  let markReportInsufficient: MarkReportInsufficient;

  beforeAll(async () => {
    intake = await anIntake();
    markReportInsufficient = new MarkReportInsufficient(intake.uow);
  });
  afterAll(() => intake.close());

  it('tells who filed it what is missing', async () => {
    const { id, version } = await intake.files({ recipientAgencyId: uptd }, police);
    const marked = await markReportInsufficient.execute(someoneOf(uptd), id, version, ['current-location']);
    expect(marked).toMatchObject({ ok: true, value: { status: 'insufficient-info', version: 2 } });
    const getReport = new GetReport(intake.uow, intake.sealer);
    expect(await getReport.execute(someoneOf(police), id)).toMatchObject({
      ok: true,
      value: { status: 'insufficient-info', missing: ['current-location'] },
    });
    expect(
      (await publishedEvents(intake.database.worker, 'report.marked-insufficient.v1')).at(-1)?.data,
    ).toEqual({
      reportId: id,
      agencyId: uptd,
      version: 2,
    });
  });

  it('closes nothing: as soon as more is known the report is accepted', async () => {
    const { id, version } = await intake.files();
    await markReportInsufficient.execute(someoneOf(uptd), id, version, ['identity']);
    const triage = { riskLevel: 'medium', exploitationTypes: ['grooming'], authority: 'uptd-ppa' } as const;
    const accepted = await new AcceptReport(intake.uow, intake.sealer).execute(
      someoneOf(uptd),
      id,
      2,
      triage,
    );
    expect(accepted).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await markReportInsufficient.execute(someoneOf(uptd), id, 3, ['identity'])).toMatchObject({
      reason: 'report-already-triaged',
    });
  });

  it('looks to another agency as if there were no report', async () => {
    const { id, version } = await intake.files();
    expect(
      await markReportInsufficient.execute(someoneOf(stranger), id, version, ['identity']),
    ).toMatchObject({
      reason: 'not-found',
    });
    expect(await markReportInsufficient.execute(someoneOf(uptd), id, 9, ['identity'])).toMatchObject({
      reason: 'stale-version',
    });
  });

  it('happens once when eight officers do it at the same moment', async () => {
    const { id, version } = await intake.files();
    const all = await Promise.all(
      Array.from({ length: 8 }, () =>
        markReportInsufficient.execute(someoneOf(uptd), id, version, ['safety']),
      ),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
  });

  it('is answered again under the same key', async () => {
    const { id, version } = await intake.files();
    const who = { subject: 'same', idempotencyKey: 'a-key' };
    const send = () => markReportInsufficient.execute(someoneOf(uptd, who), id, version, ['safety']);
    const first = await send();
    expect(await send()).toEqual({ ...first, replayed: true });
  });
});
