import { publishedEntries } from '@rujukan/testing';
import type { CaseId } from '../domain/ids.js';
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
import { ListCases } from './list-cases.query.js';

describe('the list of cases', () => {
  let intake: Intake;
  let listCases: ListCases;
  let ids: CaseId[];

  beforeAll(async () => {
    intake = await anIntake();
    listCases = new ListCases(intake.uow, intake.cursors);
    ids = [];
    for (let count = 0; count < 5; count += 1)
      ids.push(
        ...(await intake.opens(count === 0 ? { policeReportNumber: canaries.policeReportNumber } : {})),
      );
    ids.sort().reverse();
  });
  afterAll(() => intake.close());

  const list = async (agency: string | null, more: { limit?: number; cursor?: string | undefined } = {}) => {
    const page = await listCases.execute(someoneOf(agency), { limit: 25, ...more });
    if (!page.ok) throw new Error('a list is never refused');
    return page.value;
  };
  const idsOf = async (agency: string | null) => (await list(agency)).items.map((item) => item.id);

  it('shows the custodian its cases with the next duty, and no names', async () => {
    const { items } = await list(uptd);
    expect(items.map((item) => item.id)).toEqual(ids);
    const withDuty = items.filter((item) => item.nextDuty);
    expect(withDuty).toHaveLength(4);
    expect(withDuty[0]).toEqual({
      id: expect.any(String) as string,
      number: expect.stringMatching(/^K-/) as string,
      alias: expect.stringMatching(/^A-[0-9A-Z]{4}$/) as string,
      status: 'open',
      riskLevel: 'high',
      ageBand: '13-15',
      custodianAgencyId: uptd,
      openedAt: expect.any(Date) as Date,
      basis: 'custodian',
      nextDuty: { definition: 'police-report', state: 'running', dueAt: expect.any(Date) as Date },
    });
    for (const canary of Object.values(canaries)) expect(JSON.stringify(items)).not.toContain(canary);
  });

  it('is read page by page', async () => {
    const pages = [await list(uptd, { limit: 2 })];
    while (pages.at(-1)?.next !== undefined)
      pages.push(await list(uptd, { limit: 2, cursor: pages.at(-1)?.next }));
    expect(pages.map((page) => page.items.length)).toEqual([2, 2, 1]);
    expect(pages.flatMap((page) => page.items.map((item) => item.id))).toEqual(ids);
  });

  it('shows a receiver the case once, under another alias and without the custodian’s duty', async () => {
    const id = ids[2]!;
    await intake.refers(id, shelter, 'legal-aid');
    await intake.refers(id, shelter, 'psychosocial-care');
    const { items } = await list(shelter);
    expect(items).toMatchObject([{ id, basis: 'handoff' }]);
    expect(items[0]).not.toHaveProperty('nextDuty');
    expect(items[0]?.alias).not.toBe((await list(uptd)).items.find((item) => item.id === id)?.alias);
  });

  it('shows nothing to a stranger and to the platform', async () => {
    expect(await idsOf(stranger)).toEqual([]);
    expect(await idsOf(null)).toEqual([]);
  });

  it('is on record, for every child on it', async () => {
    await list(uptd, { limit: 2 });
    expect((await publishedEntries(intake.database.worker)).at(-1)).toMatchObject({
      resultCount: 2,
      subject: [ids[1], ids[0]],
    });
  });

  it('follows custody', async () => {
    await intake.transfers(ids[4]!, uptd, singkawang);
    expect(await idsOf(singkawang)).toEqual([ids[4]]);
    expect(await idsOf(uptd)).not.toContain(ids[4]);
  });
});
