import { randomUUID } from 'node:crypto';
import { contextFor, publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import type { Criteria } from '../../domain/criteria.js';
import { auditor } from '../../storage/fixtures/a-log.js';
import { anErasableLog, type ErasableLog } from '../../storage/fixtures/an-erasure.js';
import type { ListEntries } from './list-entries.query.js';

jest.setTimeout(30_000);

const sari = '0195718e-5a00-7000-8000-000000000001';
const budi = '0195718e-5a00-7000-8000-000000000002';
const police = '0195718e-5a00-7000-8000-0000000000a1';
const shelter = '0195718e-5a00-7000-8000-0000000000a2';
const caseId = '0195718e-5a00-7000-8000-0000000000c1';
const otherCase = '0195718e-5a00-7000-8000-0000000000c2';
const report = '0195718e-5a00-7000-8000-0000000000d1';
const handoff = '0195718e-5a00-7000-8000-0000000000e1';

const hour = (h: number): Date => new Date(Date.UTC(2026, 2, 7, h));

let log: ErasableLog;
let list: ListEntries;

beforeAll(async () => {
  log = await anErasableLog();
  list = log.list;
  await log.did(
    {
      type: 'report.file',
      action: 'C',
      by: { subject: sari, agencyId: police },
      at: hour(8),
      trail: new Trail().touched('report', report),
    },
    {
      type: 'report.file',
      action: 'C',
      by: { subject: sari, agencyId: police },
      at: hour(9),
      trail: new Trail().touched('report', 'another'),
    },
    {
      type: 'report.accept',
      by: { subject: budi, agencyId: police },
      at: hour(10),
      trail: new Trail().touched('report', report).touched('case', caseId).about(caseId),
    },
    {
      type: 'handoff.accept',
      by: { subject: budi, agencyId: shelter },
      at: hour(11),
      trail: new Trail()
        .touched('handoff', handoff, { version: 2, fields: ['status'] })
        .about(caseId)
        .disclosed({ fromOrg: police, toOrg: shelter, receiptId: handoff }),
    },
    {
      type: 'case.list',
      action: 'R',
      by: { subject: budi, agencyId: shelter },
      at: hour(12),
      trail: new Trail().listed('case', [caseId, otherCase]),
    },
    {
      type: 'case.read',
      action: 'R',
      outcome: 'denied',
      by: { subject: sari, agencyId: police },
      at: hour(13),
      trail: new Trail().touched('case', caseId).about(caseId),
    },
    {
      type: 'case.read',
      action: 'R',
      by: { subject: sari, agencyId: police },
      at: hour(14),
      trail: new Trail().touched('case', otherCase).about(otherCase),
    },
  );
});
afterAll(() => log.close());

async function ask(criteria: Criteria, page: { limit?: number; before?: number } = {}) {
  const found = await list.execute(auditor(), criteria, { limit: page.limit ?? 25, before: page.before });
  if (!found.ok) throw new Error('an auditor was refused');
  return found.value;
}

const typesFor = async (criteria: Criteria): Promise<string[]> =>
  (await ask(criteria)).items.map((entry) => entry.type);

describe('an auditor asks', () => {
  it('for everything, and gets the newest first', async () => {
    const { items } = await ask({});
    expect(items.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('what happened to a case, and sees its writes, reads, lists, denials and the report it came from', async () => {
    expect(await typesFor({ case: caseId })).toEqual([
      'case.read',
      'case.list',
      'handoff.accept',
      'report.accept',
      'report.file',
    ]);
  });

  it('what one person did', async () => {
    expect(await typesFor({ actor: budi })).toEqual(['case.list', 'handoff.accept', 'report.accept']);
  });

  it('what one agency did', async () => {
    expect(await typesFor({ agency: shelter })).toEqual(['case.list', 'handoff.accept']);
  });

  it('what happened to one record', async () => {
    expect(await typesFor({ entity: handoff })).toEqual(['handoff.accept']);
  });

  it('who was turned away', async () => {
    expect(await typesFor({ outcome: 'denied' })).toEqual(['case.read']);
  });

  it('for one kind of act, in a span of time', async () => {
    expect(await typesFor({ type: 'report.file', from: hour(8), to: hour(9) })).toEqual(['report.file']);
    expect(await typesFor({ from: hour(10), to: hour(12) })).toEqual(['handoff.accept', 'report.accept']);
  });

  it('for what was done to one purpose, and of what entries say of the child themselves', async () => {
    expect(await typesFor({ purpose: 'case-management', agency: shelter })).toEqual([
      'case.list',
      'handoff.accept',
    ]);
    expect(await typesFor({ purpose: 'audit' })).toEqual([]);
    expect(await typesFor({ subject: caseId })).toEqual(['case.read', 'handoff.accept', 'report.accept']);
    expect(await typesFor({ case: caseId, subject: otherCase })).toEqual([]);
  });

  it('for several kinds of act at once', async () => {
    expect(await typesFor({ types: ['report.accept', 'handoff.accept'] })).toEqual([
      'handoff.accept',
      'report.accept',
    ]);
    expect(await typesFor({ subject: caseId, types: ['handoff.accept', 'report.file'] })).toEqual([
      'handoff.accept',
    ]);
  });

  it('for a span of time in which nothing was written', async () => {
    expect(await typesFor({ from: hour(1), to: hour(2) })).toEqual([]);
    expect(await typesFor({ from: hour(20) })).toEqual([]);
  });

  it('with several criteria at once, and each of them narrows', async () => {
    expect(await typesFor({ case: caseId, actor: sari, outcome: 'denied' })).toEqual(['case.read']);
    expect(await typesFor({ case: caseId, entity: handoff })).toEqual(['handoff.accept']);
    expect(await typesFor({ case: caseId, agency: shelter, type: 'case.list', to: hour(12) })).toEqual([]);
  });

  it('and sees who, from where, what for, and what was disclosed', async () => {
    const { items } = await ask({ entity: handoff });
    expect(items[0]).toMatchObject({
      seq: 3,
      occurred: '2026-03-07T11:00:00.000Z',
      recorded: '2026-03-07T20:00:00.000Z',
      outcome: 'success',
      purpose: 'case-management',
      actor: { sub: budi, org: shelter, client: 'test', kind: 'person', roles: [] },
      entity: [{ type: 'handoff', id: handoff, version: 2, fields: ['status'] }],
      subject: [caseId],
      disclosure: { fromOrg: police, toOrg: shelter, receiptId: handoff },
      src: 'intake',
      srcSeq: 4,
    });
    expect((await ask({ type: 'case.list' })).items[0]).toMatchObject({ resultCount: 2 });
    expect(items[0]).not.toHaveProperty('salt');
    expect(items[0]).not.toHaveProperty('reason');
  });

  it('page by page, and sees each entry once while others are being written', async () => {
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await ask({ case: caseId }, before === undefined ? { limit: 2 } : { limit: 2, before });
      seen.push(...page.items.map(({ seq }) => seq));
      before = page.before;
      await log.did({ type: 'case.update', trail: new Trail().about(caseId) });
    } while (before !== undefined);
    expect(seen).toEqual([5, 4, 3, 2, 0]);
  });

  it('and finds the oldest also where one entry names several records of the case', async () => {
    const mine = randomUUID();
    const origin = randomUUID();
    const accepted = new Trail().touched('report', origin).touched('case', mine).about(mine);
    await log.did(
      { type: 'report.file', action: 'C', trail: new Trail().touched('report', origin) },
      { type: 'report.accept', trail: accepted },
    );
    const { items, before } = await ask({ case: mine }, { limit: 1 });
    expect(items.map(({ type }) => type)).toEqual(['report.accept']);
    const rest = await ask({ case: mine }, { limit: 1, before: before! });
    expect(rest.items.map(({ type }) => type)).toEqual(['report.file']);
  });
});

describe('whoever was turned away', () => {
  it.each(['handoff', 'closure'])(
    'from a %s of the case is in the trail of the case, although the entry could not name it',
    async (type) => {
      const id = randomUUID();
      const mine = randomUUID();
      await log.did(
        { type: `${type}.request`, action: 'C', trail: new Trail().touched(type, id).about(mine) },
        { type: `${type}.read`, action: 'R', outcome: 'denied', trail: new Trail().touched(type, id) },
        {
          type: `${type}.read`,
          action: 'R',
          outcome: 'denied',
          trail: new Trail().touched(type, randomUUID()),
        },
      );
      expect(await typesFor({ case: mine })).toEqual([`${type}.read`, `${type}.request`]);
    },
  );
});

describe('the question itself', () => {
  it('leaves an entry with the names of the criteria and the ids of what was shown', async () => {
    const { items } = await ask({ entity: handoff, outcome: 'success' });
    const entry = (await publishedEntries(log.database.worker)).at(-1);

    expect(entry).toMatchObject({
      type: 'audit.search',
      action: 'R',
      outcome: 'success',
      purpose: 'audit',
      resultCount: 1,
    });
    expect(entry?.entity).toEqual([
      { type: 'audit-log', id: 'entries', fields: ['entity', 'outcome'] },
      { type: 'audit-entry', id: items[0]!.id },
    ]);
  });

  it('belongs to the trail of the case it was about', async () => {
    await ask({ case: otherCase });
    expect((await publishedEntries(log.database.worker)).at(-1)?.subject).toEqual([otherCase]);
  });

  it('shows nothing to someone who may not read the log, even where the route forgot to ask', async () => {
    const caseworker = contextFor({ agencyId: police, roles: ['case-worker'] });
    const found = await list.execute(caseworker, {}, { limit: 25, before: undefined });
    expect(found.ok && found.value.items).toEqual([]);
  });
});
