import { randomUUID } from 'node:crypto';
import type { Criteria } from '../domain/criteria.js';
import { LayTree } from '../entries/append-entries/lay-tree.js';
import { aLog, type TestLog } from './fixtures/a-log.js';
import { loadEntries } from './fixtures/many-entries.js';
import { findEntries, statementFor } from './find-entries.js';

jest.setTimeout(120_000);

const entries = 100_000;
const id = (kind: string, n: number) => `0195718e-5a00-7000-8000-${kind}${String(n).padStart(10, '0')}`;

describe('each question that an auditor can ask, at a hundred thousand entries', () => {
  let log: TestLog;

  beforeAll(async () => {
    log = await aLog();
    await loadEntries(log.database.owner, entries);
  });
  afterAll(() => log.close());

  const hour = (h: number) => new Date(Date.UTC(2026, 0, 1, h));
  const questions: readonly [string, Criteria][] = [
    ['child', { subject: id('c0', 7) }],
    ['case', { case: id('c0', 7) }],
    ['person', { actor: id('a0', 7) }],
    ['agency', { agency: id('b0', 7) }],
    ['record', { entity: id('e0', 7) }],
    ['kind of act', { type: 'handoff.accept' }],
    ['kinds of act', { types: ['handoff.accept', 'case.read'] }],
    ['denial', { outcome: 'denied' }],
    ['purpose', { purpose: 'audit' }],
    ['span of time', { from: hour(1), to: hour(2) }],
    ['person in a span', { actor: id('a0', 7), from: hour(1), to: hour(2) }],
    ['kind of act in a span', { type: 'handoff.accept', from: hour(1), to: hour(2) }],
    ['child, person and outcome', { subject: id('c0', 7), actor: id('a0', 7), outcome: 'success' }],
    ['record, agency and purpose', { entity: id('e0', 7), agency: id('b0', 7), purpose: 'audit' }],
  ];

  it.each(questions)('finds a %s by an index, on page one and far back', async (_, criteria) => {
    for (const high of [entries, entries / 2]) {
      const { sql, parameters } = statementFor(criteria, { low: 0, high }, 101);
      const plan = await log.database.owner.query<{ 'QUERY PLAN': string }[]>(`explain ${sql}`, parameters);
      const lines = plan.map((row) => row['QUERY PLAN']);
      expect(lines.filter((line) => line.includes('Seq Scan'))).toEqual([]);
      expect(lines.some((line) => line.includes('Index'))).toBe(true);
    }
  });

  it.each([
    ['child', { subject: id('c0', 7) }, 'subject ='],
    ['record', { entity: id('e0', 7) }, 'entity_id ='],
  ])('walks nothing that is newer than the page where a %s leads', async (_, criteria, led) => {
    const high = entries / 2;
    const { sql, parameters } = statementFor(criteria, { low: 0, high }, 101);
    const plan = await log.database.owner.query<{ 'QUERY PLAN': string }[]>(`explain ${sql}`, parameters);
    const walked = plan.map((row) => row['QUERY PLAN']).filter((line) => line.includes(led));
    expect(walked.length).toBeGreaterThan(0);
    expect(walked.filter((line) => !line.includes(`seq < ${high}`))).toEqual([]);
  });

  it('finds the same in a span of time as a look at every entry', async () => {
    const span = { from: hour(1), to: hour(2) };
    const [counted] = await log.database.owner.query<{ n: number }[]>(
      'select count(*)::int as n from audit_entry where occurred >= $1 and occurred < $2',
      [span.from, span.to],
    );
    const { items } = await findEntries(log.database.owner.manager, span, { limit: entries });
    expect(items).toHaveLength(counted!.n);
    expect(counted!.n).toBeGreaterThan(0);
  });

  it('finds what was done by a clock that had been put back', async () => {
    await new LayTree(log.database.worker).execute(log.epoch, new AbortController().signal, () => undefined);
    const late = new Date(Date.UTC(2025, 5, 1));
    await log.did({ type: 'case.read', action: 'R', at: late, by: { subject: randomUUID() } });
    const found = await findEntries(
      log.database.owner.manager,
      { from: late, to: new Date(late.getTime() + 1) },
      { limit: 10 },
    );
    expect(found.items.map(({ type }) => type)).toEqual(['case.read']);
  });
});
