import { AgreePlan } from '../agree-plan/agree-plan.js';
import { ApproveClosure } from '../approve-closure/approve-closure.js';
import type { CaseId } from '../domain/ids.js';
import { RecordServiceEvent } from '../record-service-event/record-service-event.js';
import { RequestClosure } from '../request-closure/request-closure.js';
import {
  aService,
  canary,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type TestService,
} from '../storage/fixtures/a-service.js';
import { GetCaseTimeline } from './get-case-timeline.query.js';

const minutes = (count: number) => new Date(Date.UTC(2026, 2, 7, 20, count));

describe('the timeline of a case', () => {
  let service: TestService;
  let timeline: GetCaseTimeline;
  let caseId: CaseId;

  beforeAll(async () => {
    service = await aService();
    timeline = new GetCaseTimeline(service.uow, service.cursors);
    const { uow, sealer } = service;
    caseId = await service.opens();
    const plan = { objective: canary, actions: [canary] };
    await new AgreePlan(uow, sealer).execute(someoneOf(uptd, { now: minutes(1) }), caseId, plan, 0);
    const handoff = await service.refers(caseId, shelter);
    const record = new RecordServiceEvent(uow, sealer);
    const stay = { serviceType: 'emergency-shelter', status: 'attended', note: canary } as const;
    await record.execute(someoneOf(shelter, { now: minutes(2) }), caseId, stay, handoff);
    const talk = { serviceType: 'counselling', status: 'no-show' } as const;
    await record.execute(someoneOf(uptd, { now: minutes(3) }), caseId, talk, undefined);
    await record.execute(someoneOf(uptd, { now: minutes(3) }), caseId, talk, undefined);
  });
  afterAll(() => service.close());

  const read = async (agency: string, filter = {}) => {
    const outcome = await timeline.execute(someoneOf(agency), caseId, { limit: 25, ...filter });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value;
  };

  it('tells the custodian all that happened, newest first, and nothing that was said', async () => {
    const { items } = await read(uptd);
    expect(items.map((item) => [item.type, item.agencyId, item.code])).toEqual([
      ['service-event.no-show', uptd, 'counselling'],
      ['service-event.no-show', uptd, 'counselling'],
      ['service-event.attended', shelter, 'emergency-shelter'],
      ['plan.agreed', uptd, undefined],
    ]);
    expect(JSON.stringify(items)).not.toContain('Contoh');
  });

  it('tells a receiver of the plan and of what it did itself', async () => {
    const { items } = await read(shelter);
    expect(items.map((item) => item.type)).toEqual(['service-event.attended', 'plan.agreed']);
  });

  it('comes page by page, also through one instant', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read(uptd, { limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.entity.id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  it('is nothing to a stranger', async () => {
    expect(await timeline.execute(someoneOf(stranger), caseId, { limit: 25 })).toMatchObject({
      reason: 'not-found',
    });
  });

  it('ends with the closure, asked for and approved', async () => {
    caseId = await service.opens();
    const asked = await new RequestClosure(service.uow, service.sealer).execute(
      someoneOf(uptd, { now: minutes(3) }),
      caseId,
      { reason: 'unfounded' },
    );
    if (!asked.ok) throw new Error(asked.reason);
    const supervisor = someoneOf(uptd, { roles: ['supervisor'], now: minutes(4) });
    await new ApproveClosure(service.uow).execute(supervisor, asked.value.id, 1);
    const { items } = await read(uptd);
    expect(items.map((item) => [item.type, item.code])).toEqual([
      ['case.closed', 'unfounded'],
      ['closure.requested', 'unfounded'],
    ]);
  });
});
