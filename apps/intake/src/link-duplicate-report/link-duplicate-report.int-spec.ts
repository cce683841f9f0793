import { publishedEvents } from '@rujukan/testing';
import {
  anIntake,
  police,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { LinkDuplicateReport } from './link-duplicate-report.js';

describe('linking a duplicate report', () => {
  let intake: Intake;
  let linkDuplicateReport: LinkDuplicateReport;

  beforeAll(async () => {
    intake = await anIntake();
    linkDuplicateReport = new LinkDuplicateReport(intake.uow);
  });
  afterAll(() => intake.close());

  it('ties it to the first report, and both stay', async () => {
    const [primary, twin] = [await intake.files(), await intake.files()];
    const linked = await linkDuplicateReport.execute(someoneOf(uptd), twin.id, twin.version, primary.id);
    expect(linked).toMatchObject({
      ok: true,
      value: { status: 'linked-duplicate', primaryReportId: primary.id },
    });
    expect((await publishedEvents(intake.database.worker, 'report.linked.v1')).at(-1)?.data).toEqual({
      reportId: twin.id,
      primaryReportId: primary.id,
      agencyId: uptd,
      version: 2,
    });
  });

  it('does not reach a report of another agency: for the caller that one does not exist', async () => {
    const mine = await intake.files();
    const foreign = await intake.files({ recipientAgencyId: shelter }, police);
    for (const [who, id, primary] of [
      [uptd, mine, foreign],
      [stranger, mine, mine],
      [police, mine, foreign],
    ] as const)
      expect(await linkDuplicateReport.execute(someoneOf(who), id.id, id.version, primary.id)).toMatchObject({
        reason: 'not-found',
      });
  });

  it('is refused to itself, to a duplicate and a second time', async () => {
    const [first, second, third] = [await intake.files(), await intake.files(), await intake.files()];
    const link = (from: typeof first, to: typeof first, version = from.version) =>
      linkDuplicateReport.execute(someoneOf(uptd), from.id, version, to.id);
    expect(await link(first, first)).toMatchObject({ reason: 'report-cannot-link-to-itself' });
    expect(await link(first, second, 7)).toMatchObject({ reason: 'stale-version' });
    await link(first, second);
    expect(await link(third, first)).toMatchObject({ reason: 'illegal-transition' });
    expect(await link(first, third, 2)).toMatchObject({ reason: 'report-already-triaged' });
  });

  it('never makes a circle when two reports are linked to each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await intake.files(), await intake.files()];
      const both = await Promise.all([
        linkDuplicateReport.execute(someoneOf(uptd), one.id, one.version, two.id),
        linkDuplicateReport.execute(someoneOf(uptd), two.id, two.version, one.id),
      ]);
      expect(both.filter((link) => link.ok)).toHaveLength(1);
    }
  });

  it('is answered again under the same key', async () => {
    const [primary, twin] = [await intake.files(), await intake.files()];
    const who = { subject: 'same', idempotencyKey: 'a-key' };
    const send = () => linkDuplicateReport.execute(someoneOf(uptd, who), twin.id, twin.version, primary.id);
    const first = await send();
    expect(await send()).toEqual({ ...first, replayed: true });
  });
});
