import { publishedEntries } from '@rujukan/testing';
import {
  anIntake,
  canaries,
  police,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type Filed,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { ListReports, type ReportFilter } from './list-reports.query.js';

describe('the list of reports', () => {
  let intake: Intake;
  let listReports: ListReports;
  const filed: Filed[] = [];

  beforeAll(async () => {
    intake = await anIntake();
    listReports = new ListReports(intake.uow, intake.cursors);
    for (let count = 0; count < 5; count += 1)
      filed.push(await intake.files({ recipientAgencyId: count === 4 ? shelter : uptd }, police));
  });
  afterAll(() => intake.close());

  const list = async (who: string | null, more: Partial<ReportFilter> = {}) => {
    const page = await listReports.execute(someoneOf(who), { box: 'received', limit: 25, ...more });
    if (!page.ok) throw new Error('a list is never refused');
    return page.value;
  };
  const idsOf = (page: Awaited<ReturnType<typeof list>>) => page.items.map((item) => item.id);

  it('shows the received to the recipient and the filed to who filed, newest first', async () => {
    const ids = filed.map((report) => report.id);
    expect(idsOf(await list(uptd))).toEqual(ids.slice(0, 4).reverse());
    expect(idsOf(await list(police, { box: 'filed' }))).toEqual([...ids].reverse());
    expect(idsOf(await list(police))).toEqual([]);
  });

  it('shows nothing to another agency and to the platform', async () => {
    for (const who of [stranger, null])
      for (const box of ['received', 'filed'] as const) expect(idsOf(await list(who, { box }))).toEqual([]);
  });

  it('has no names and no stories', async () => {
    const page = await list(uptd);
    expect(page.items[0]).toEqual({
      id: filed[3]!.id,
      number: expect.stringMatching(/^L-/) as string,
      status: 'received',
      version: 1,
      receivedAt: expect.any(Date) as Date,
      filedByAgencyId: police,
      recipientAgencyId: uptd,
      channel: 'walk-in',
      immediateSafety: 'unsafe',
      areaCode: '61.71.01',
      childrenCount: 1,
    });
    for (const canary of Object.values(canaries)) expect(JSON.stringify(page)).not.toContain(canary);
  });

  it('is read page by page, without a gap and without an end page that is empty', async () => {
    const first = await list(uptd, { limit: 2 });
    const second = await list(uptd, { limit: 2, cursor: first.next });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(await list(uptd)));
    expect(second.next).toBeUndefined();
  });

  it('takes a cursor for the list it was made for, and for no other', async () => {
    const { next } = await list(uptd, { limit: 2 });
    expect(() => listReports.execute(someoneOf(uptd), { box: 'filed', limit: 2, cursor: next })).toThrow();
    expect(() =>
      listReports.execute(someoneOf(uptd), { box: 'received', limit: 2, cursor: 'e30.x' }),
    ).toThrow();
  });

  it('can be narrowed to a state', async () => {
    expect(idsOf(await list(uptd, { status: 'accepted' }))).toEqual([]);
    expect(idsOf(await list(uptd, { status: 'received' }))).toHaveLength(4);
  });

  it('is on record with the ids that were shown', async () => {
    await list(uptd, { limit: 2 });
    const entry = (await publishedEntries(intake.database.worker)).at(-1);
    expect(entry).toMatchObject({ resultCount: 2, entity: [{ type: 'report', id: filed[3]!.id }, {}] });
  });
});
