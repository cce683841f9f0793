import { publishedEntries, testClock } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { Cursors } from '@rujukan/http';
import { UnitOfWork } from '@rujukan/persistence';
import { PlaceHold } from '../../legal-holds/place-hold/place-hold.js';
import { GetCertificate } from '../../erasures/get-certificate/get-certificate.query.js';
import { auditor } from '../../storage/fixtures/a-log.js';
import { anErasableLog, own, why, type ErasableLog } from '../../storage/fixtures/an-erasure.js';
import { dpoOf } from '../../storage/fixtures/a-register.js';
import { FindDue } from '../find-due/find-due.js';
import { ListDue } from './list-due.query.js';

jest.setTimeout(60_000);

const now = new Date('2036-03-07T20:00:00.000Z');
const other = '0195718e-5a00-7000-8000-0000000000a2';
const child = (n: number) => `0195718e-5a00-7000-8000-0000000000c${n}`;
const adultSince = (n: number, at: string) => ({
  type: 'case.come-of-age',
  at: new Date(at),
  trail: new Trail().touched('case', child(n)).about(child(n)),
});
const closed = (n: number, at: string, agencyId = own) => ({
  type: 'closure.approve',
  at: new Date(at),
  src: 'victim-services',
  by: { agencyId },
  trail: new Trail().touched('closure', child(n)).about(child(n)),
});

describe('cases that were kept as long as they may be', () => {
  let log: ErasableLog;

  beforeEach(async () => {
    log = await anErasableLog();
  });
  afterEach(() => log.close());

  const night = () => new FindDue(new UnitOfWork(log.database.worker, 'audit', testClock(now))).execute();
  const list = async (who = dpoOf(own, { now }), limit = 50, cursor?: string) => {
    const page = await new ListDue(log.uow, new Cursors(Buffer.alloc(32, 1))).execute(who, { limit, cursor });
    if (!page.ok) throw new Error('refused');
    return page.value;
  };
  const newest = async () => (await publishedEntries(log.database.worker)).at(-1);
  const announced = async () =>
    (
      await log.database.worker.query<{ payload: Buffer }[]>(
        `select payload from outbox where topic = 'audit.retention.events'`,
      )
    ).map(({ payload }) => JSON.parse(payload.toString()) as unknown);
  const over = () =>
    log.did(adultSince(1, '2025-01-01T00:00:00.000Z'), closed(1, '2026-03-07T20:00:00.000Z'));
  const retention = { caseId: child(1), basis: 'retention-ended' } as const;

  it('are found each night, to the moment, and written into the log', async () => {
    await log.did(
      adultSince(1, '2025-01-01T00:00:00.000Z'),
      closed(1, '2026-03-07T20:00:00.000Z'),
      adultSince(2, '2025-01-01T00:00:00.000Z'),
      closed(2, '2026-03-07T20:00:00.001Z'),
      adultSince(3, '2032-01-01T00:00:00.000Z'),
      closed(3, '2020-01-01T00:00:00.000Z'),
      closed(4, '2020-01-01T00:00:00.000Z'),
      closed(5, '2012-01-01T00:00:00.000Z', other),
    );
    expect((await night()).map((row) => row.case_id)).toEqual([child(5), child(1)]);
    expect(await newest()).toMatchObject({
      type: 'retention.check',
      action: 'E',
      outcome: 'success',
      resultCount: 2,
      subject: [child(1), child(5)],
    });
    expect(await night()).toHaveLength(2);
  });

  it('are listed for the agency that closed them, and for auditors', async () => {
    await over();
    await log.did(closed(5, '2012-01-01T00:00:00.000Z', other));
    await night();
    expect((await list()).items).toMatchObject([
      { caseId: child(1), recordClass: 'closed-case', ruleVersion: 1, dueAt: now, isHeld: false },
    ]);
    expect((await list(dpoOf(null, { now }))).items).toEqual([]);
    const first = await list(auditor({ now }), 1);
    expect(first.items).toMatchObject([{ caseId: child(5) }]);
    expect((await list(auditor({ now }), 1, first.next)).items).toMatchObject([{ caseId: child(1) }]);
    expect(await newest()).toMatchObject({ resultCount: 1, subject: [child(1)] });
  });

  it('are destroyed by two people, who leave a certificate and the word for every service', async () => {
    await over();
    await log.searches(child(1), 2);
    await night();
    const { id } = await log.requests(retention, { now });
    expect((await list()).items).toMatchObject([{ erasureId: id }]);
    expect(await log.approves(id, { now })).toMatchObject({ value: { status: 'done', details: 2 } });

    expect(await announced()).toMatchObject([
      { caseId: child(1), erasureId: id, recordClass: 'closed-case', ruleVersion: 1 },
    ]);
    expect((await list()).items).toEqual([]);
    expect(await night()).toEqual([]);
    const certificate = await new GetCertificate(log.uow).execute(dpoOf(own), id);
    expect(certificate.ok && certificate.value).toMatch(/Kunci berkas kasus +: dimusnahkan/);
    await expect(log.requests(retention, { now })).rejects.toThrow('retention-not-over');
  });

  it('may be destroyed where nothing was ever written beside the log', async () => {
    await over();
    await night();
    const { id } = await log.requests(retention, { now });
    expect(await log.approves(id, { now })).toMatchObject({ value: { status: 'done', details: 0 } });
    expect(await announced()).toHaveLength(1);
  });

  it('are not destroyed before that, nor by an agency that did not close them', async () => {
    await over();
    await night();
    const soon = new Date(now.getTime() - 1);
    await expect(log.requests(retention, { now: soon })).rejects.toThrow('retention-not-over');
    await expect(log.requests(retention, { now, agencyId: other })).rejects.toThrow('retention-not-over');
    const { id } = await log.requests(retention, { now });
    expect(await log.approves(id, { now: soon })).toMatchObject({ reason: 'retention-not-over' });
    expect(await announced()).toEqual([]);
  });

  it('stay as long as a legal process needs them', async () => {
    await over();
    const holds = new PlaceHold(log.uow, log.sealer);
    await holds.execute(dpoOf(other), { caseId: child(1), basis: 'investigation' }, why);
    expect(await night()).toEqual([]);
    expect((await list()).items).toMatchObject([{ isHeld: true }]);
    await expect(log.requests(retention, { now })).rejects.toThrow('case-on-hold');
  });
});

it('entries of the log are told to its owner when the oldest of them was kept long enough', async () => {
  const log = await anErasableLog();
  const worker = new UnitOfWork(log.database.worker, 'audit', testClock(now));
  await log.did({ type: 'case.read' });
  await new FindDue(worker).execute();
  const entry = (await publishedEntries(log.database.worker)).at(-1);
  expect(entry?.entity).toEqual([
    { type: 'audit-log', id: 'retention' },
    { type: 'retention-rule', id: 'access-log', facts: { due: '2026-03-07T20:00:00.000Z' } },
  ]);
  await log.close();
});
