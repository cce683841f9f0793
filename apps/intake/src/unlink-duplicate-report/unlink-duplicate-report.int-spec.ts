import { publishedEntries, publishedEvents } from '@rujukan/testing';
import { LinkDuplicateReport } from '../link-duplicate-report/link-duplicate-report.js';
import {
  anIntake,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type Filed,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { UnlinkDuplicateReport } from './unlink-duplicate-report.js';

describe('undoing the link of a duplicate report', () => {
  let intake: Intake;
  let link: LinkDuplicateReport;
  let unlink: UnlinkDuplicateReport;
  let primary: Filed;
  let twin: Filed;

  beforeAll(async () => {
    intake = await anIntake();
    link = new LinkDuplicateReport(intake.uow);
    unlink = new UnlinkDuplicateReport(intake.uow);
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    [primary, twin] = [await intake.files(), await intake.files()];
    await link.execute(someoneOf(uptd), twin.id, 1, primary.id);
  });

  const undo = (by = someoneOf(uptd), version = 2, id = twin.id) =>
    unlink.execute(by, id, version, 'another-child');

  it('lets it be triaged again, with both steps on record', async () => {
    expect(await undo()).toMatchObject({ ok: true, value: { status: 'received', version: 3 } });
    const told = (await publishedEvents(intake.database.worker)).filter(({ key }) => key === twin.id);
    expect(told.map(({ type }) => type).slice(-2)).toEqual(['report.linked.v1', 'report.unlinked.v1']);
    expect(told.at(-1)?.data).toEqual({
      reportId: twin.id,
      primaryReportId: primary.id,
      agencyId: uptd,
      reason: 'another-child',
      version: 3,
    });
    const entries = (await publishedEntries(intake.database.worker)).filter(({ entity }) =>
      entity.some((one) => one.id === twin.id),
    );
    expect(entries.slice(1).map(({ entity }) => entity.map((one) => one.id))).toEqual([
      [twin.id, primary.id],
      [twin.id, primary.id],
    ]);
    expect(await link.execute(someoneOf(uptd), twin.id, 3, primary.id)).toMatchObject({ ok: true });
  });

  it('is the recipient’s, of the version it saw, of a report that is linked', async () => {
    expect(await undo(someoneOf(shelter))).toMatchObject({ reason: 'not-found' });
    expect(await undo(someoneOf(stranger))).toMatchObject({ reason: 'not-found' });
    expect(await undo(someoneOf(uptd), 1)).toMatchObject({ reason: 'stale-version' });
    expect(await undo(someoneOf(uptd), 1, primary.id)).toMatchObject({ reason: 'report-not-linked' });
  });

  it('happens once when eight people do it at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => undo()));
    expect(all.filter((one) => one.ok)).toHaveLength(1);
  });

  it('is answered again under the same key', async () => {
    const who = someoneOf(uptd, { subject: 'same', idempotencyKey: 'a-key' });
    const first = await undo(who);
    expect(await undo(who)).toEqual({ ...first, replayed: true });
  });
});
