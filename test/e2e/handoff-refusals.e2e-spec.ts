import { randomUUID } from 'node:crypto';
import { eventually } from '@rujukan/testing';
import { agencyId } from '../../deploy/demo/directory.mjs';
import {
  acceptReport,
  agreePlan,
  answerHandoff,
  requestClosure,
  requestHandoff,
} from '../../deploy/demo/steps.mjs';
import { openedCases, shelterOf } from './support/path.js';
import { aReport } from './support/report.js';
import { refusalOf, written } from './support/story.js';
import { world } from './support/world.js';

const here = world();
const { api, clock, agencyOf } = here;
const manager = api.as('uptd.manajer');
const shelter = api.as('ngo.pengelola');
const system = api.asClient('agency-ngo-e');

let caseId: string;
const ask = (to: string, more: Record<string, unknown> = {}) =>
  refusalOf(() => manager.post('referral', '/v1/handoffs', written(caseId, to, more)));
/** A bed for a child of her own: one case is offered to one shelter once at a time. */
async function asked(): Promise<{ id: string; caseId: string }> {
  const [own] = (await openedCases(here)).caseIds as [string];
  const { id } = await requestHandoff(manager, shelterOf(own));
  return { id, caseId: own };
}
const accept = (by: typeof shelter, id: string, key?: string) =>
  by.post('referral', `/v1/handoffs/${id}/acceptances`, {}, { ifMatch: 1, ...(key ? { key } : {}) });
const statusOf = async (id: string): Promise<string> =>
  (await manager.get('referral', `/v1/handoffs/${id}`)).status;
/** How often the ledger of its case says that something was disclosed. */
const disclosed = async (of: { caseId: string }): Promise<number> =>
  (await manager.get('referral', `/v1/cases/${of.caseId}/disclosures?limit=100`)).items.length;

beforeAll(async () => {
  [caseId] = (await openedCases(here)).caseIds as [string];
});
afterAll(() => clock.release());

describe('a handoff that may not be', () => {
  it.each([
    ['serviceType', { serviceType: 'spa' }],
    ['shareProfile', { shareProfile: 'everything' }],
    ['kind', { kind: 'gift' }],
    ['priority', { priority: 'whenever' }],
    ['lawfulBasis/code', { basis: { code: 'because' } }],
  ])('says that a code of %s is not one, and repeats nothing of it', async (field, wrong) => {
    const body = written(caseId, 'ngo-e', wrong);
    const answer = await manager.post('referral', '/v1/handoffs', body, { expect: [400] });
    expect(answer.code).toBe('invalid-request');
    expect(answer.errors.map((error: { pointer: string }) => error.pointer)).toEqual([`/${field}`]);
    expect(JSON.stringify(answer)).not.toMatch(/spa"|everything|gift|whenever|because/);
  });

  it('knows no reason and no outcome but those agreed', async () => {
    const { id } = await asked();
    const answer = (road: string, body: object) =>
      shelter.post('referral', `/v1/handoffs/${id}/${road}`, body, { ifMatch: 1, expect: [400] });
    expect((await answer('rejections', { reason: 'bored' })).errors[0].pointer).toBe('/reason');
    expect((await answer('completions', { outcome: 'fine' })).errors[0].pointer).toBe('/outcome');
    expect(await statusOf(id)).toBe('requested');
  });

  it('does not go where the agreement has expired', async () => {
    const outreach = { serviceType: 'outreach', shareProfile: 'companionship' };
    expect(await ask('ngo-p', outreach)).toBe('agreement-expired');
  });

  it('does not go to a receiver that has not the service', async () => {
    expect(await ask('rsud')).toBe('service-not-offered');
  });

  it('does not go to its own sender', async () => {
    expect(await ask('uptd-ptk')).toBe('handoff-to-self');
  });

  it('is not made of a case that is closed', async () => {
    const [closed] = (await openedCases(here)).caseIds as [string];
    await manager.get('victim-services', `/v1/cases/${closed}/support`);
    await agreePlan(manager, closed, 'Aman.', ['Konseling']);
    const closure = await requestClosure(manager, closed);
    const approval = `/v1/closure-requests/${closure.id}/approvals`;
    await api.as('uptd.penyelia').post('victim-services', approval, {}, { ifMatch: closure.version });
    await eventually(
      'the closed case to be refused',
      async () => {
        const offer = written(closed, 'ngo-e');
        return (await refusalOf(() => manager.post('referral', '/v1/handoffs', offer))) === 'case-closed';
      },
      { withinMs: 30_000, everyMs: 100 },
    );
  });

  it('is not made of a report that was merged into another: it has no case', async () => {
    const desk = api.as('uptd.pengaduan');
    const report = aReport({ recipientAgencyId: agencyId('uptd-ptk') });
    const [kept, merged] = await Promise.all([1, 2].map(() => desk.post('intake', '/v1/reports', report)));
    const link = { primaryReportId: kept.id };
    const path = `/v1/reports/${merged.id}/duplicate-links`;
    await desk.post('intake', path, link, { ifMatch: merged.version });
    const late = () =>
      acceptReport(desk, merged.id, {
        riskLevel: 'high',
        exploitationTypes: ['grooming'],
        authority: 'uptd-ppa',
      });
    expect(await refusalOf(late)).toBe('report-already-triaged');
    const seen = await desk.get('intake', `/v1/reports/${merged.id}`);
    expect(seen).toMatchObject({ status: 'linked-duplicate', primaryReportId: kept.id, cases: [] });
    const nowhere = written(randomUUID(), 'ngo-e');
    expect(await refusalOf(() => manager.post('referral', '/v1/handoffs', nowhere))).toBe('not-found');
  });
});

describe('two at once', () => {
  const lost = ['stale-version', 'illegal-transition', 'conflict'];

  it('accept: one of eight has it, the others are told, and one disclosure is in the ledger', async () => {
    const own = await asked();
    const { id } = own;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        refusalOf(() => accept(index % 2 === 0 ? shelter : system, id)),
      ),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    for (const answer of answers.filter((one) => one !== 'done')) expect(lost).toContain(answer);
    expect(await statusOf(id)).toBe('accepted');
    expect(await disclosed(own)).toBe(1);
  });

  it.each([1, 2, 3, 4])('accept and recall: one of them holds, round %i', async () => {
    const own = await asked();
    const { id } = own;
    const recall = () =>
      manager.post(
        'referral',
        `/v1/handoffs/${id}/recalls`,
        { reason: 'other-agency-found' },
        { ifMatch: 1 },
      );
    const [taken, recalled] = await Promise.all([refusalOf(() => accept(shelter, id)), refusalOf(recall)]);
    expect([taken, recalled].filter((answer) => answer === 'done')).toHaveLength(1);
    for (const answer of [taken, recalled].filter((one) => one !== 'done')) expect(lost).toContain(answer);
    expect(await statusOf(id)).toBe(taken === 'done' ? 'accepted' : 'cancelled');
    expect(await disclosed(own)).toBe(taken === 'done' ? 1 : 0);
  });
});

describe('the same again', () => {
  it('asks once in a hundred: one handoff, one answer', async () => {
    const key = randomUUID();
    const body = written(caseId, 'ngo-e');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => manager.post('referral', '/v1/handoffs', body, { key })),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    const { items } = await shelter.get('referral', '/v1/handoffs?box=inbox&status=requested&limit=100');
    const mine = items.filter((line: { id: string }) => line.id === answers[0].id);
    expect(mine).toHaveLength(1);
  });

  it('is answered as before, also when the handoff has moved on; another request under its key is refused', async () => {
    const own = await asked();
    const { id } = own;
    const key = randomUUID();
    const first = await accept(shelter, id, key);
    await answerHandoff(shelter, id, 'completions', { outcome: 'service-provided' });
    expect(await accept(shelter, id, key)).toEqual(first);
    expect(await disclosed(own)).toBe(1);
    expect(
      await refusalOf(() =>
        shelter.post('referral', `/v1/handoffs/${id}/rejections`, { reason: 'other' }, { ifMatch: 1, key }),
      ),
    ).toBe('idempotency-key-reused');
  });
});

describe('clocks that do not agree', () => {
  it('do not make a past of the future: what has not happened cannot be reported', async () => {
    const occurredAt = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const answer = await api
      .as('pol.penyidik')
      .post('intake', '/v1/reports', aReport({ occurredAt }), { expect: [400] });
    expect(answer.errors).toEqual([expect.objectContaining({ pointer: '/occurredAt', code: 'not-allowed' })]);
  });

  it('lose nothing: a server an hour behind takes the acceptance, in the order in which it came', async () => {
    const own = await asked();
    const { id } = own;
    clock.advance(-3_600_000);
    await accept(shelter, id);
    clock.release();
    await answerHandoff(shelter, id, 'completions', { outcome: 'service-provided' });
    const { items } = await manager.get('referral', `/v1/handoffs/${id}/timeline`);
    expect(items.map((step: { status: string }) => step.status)).toEqual([
      'requested',
      'accepted',
      'completed',
    ]);
    expect(items.map((step: { agencyId: string }) => step.agencyId)).toEqual([
      agencyOf('uptd.manajer'),
      agencyOf('ngo.pengelola'),
      agencyOf('ngo.pengelola'),
    ]);
    expect(await disclosed(own)).toBe(1);
  });
});
