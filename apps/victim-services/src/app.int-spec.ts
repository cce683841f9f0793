import { randomUUID } from 'node:crypto';
import { leakCheck, publishedEntries, type TestEdge } from '@rujukan/testing';
import type { CaseId } from './domain/ids.js';
import { aService, canary, shelter, stranger, uptd, type TestService } from './storage/fixtures/a-service.js';
import { anEdge } from './storage/fixtures/an-edge.js';

describe('the edge of victim-services', () => {
  const nothingLeft = leakCheck();
  let service: TestService;
  let edge: TestEdge;
  let id: CaseId;
  let ask: TestEdge['ask'];

  beforeAll(async () => {
    service = await aService();
    edge = await anEdge(service.database);
    ask = edge.ask.bind(edge);
  });
  afterAll(async () => {
    await edge.close();
    await service.close();
    await nothingLeft();
  });
  beforeEach(async () => {
    id = await service.opens();
  });

  const plan = { objective: 'Aman', actions: ['Konseling'], plannedEnd: '2026-06-30' };
  const contact = { serviceType: 'counselling', status: 'attended', note: canary };
  const agree = (ifMatch = '"0"', body: object = plan) =>
    ask('PUT', `/v1/cases/${id}/plan`, { ifMatch, body });

  it('carries a case from its plan to its closure, with versions in ETags', async () => {
    expect(await agree()).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await ask('POST', `/v1/cases/${id}/service-events`, { body: contact })).toMatchObject({
      status: 201,
      json: { status: 'attended' },
    });
    expect(await ask('GET', `/v1/cases/${id}/support`)).toMatchObject({
      status: 200,
      headers: { etag: '"1"', 'cache-control': 'no-store' },
      json: { plan: { objective: 'Aman' }, serviceEvents: [{ note: canary }] },
    });
    const asked = await ask('POST', `/v1/cases/${id}/closure-requests`, { body: { reason: 'goals-met' } });
    expect(asked).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    const approval = `/v1/closure-requests/${asked.json['id'] as string}/approvals`;
    const second = { roles: ['supervisor'], body: {}, ifMatch: '"1"' };
    expect(await ask('POST', approval, second)).toMatchObject({ status: 201, json: { status: 'approved' } });
    expect((await ask('GET', `/v1/cases/${id}/timeline`)).json['items']).toMatchObject([
      { type: 'case.closed' },
      { type: 'closure.requested' },
      { type: 'service-event.attended' },
      { type: 'plan.agreed' },
    ]);
    expect(await agree('"1"')).toMatchObject({ status: 409, json: { code: 'case-closed' } });
  });

  it('makes another agency’s case look absent', async () => {
    for (const path of [`/v1/cases/${id}/support`, `/v1/cases/${id}/timeline`])
      expect(await ask('GET', path, { by: stranger })).toMatchObject({ status: 404 });
    const steps = [
      ask('PUT', `/v1/cases/${id}/plan`, { by: stranger, ifMatch: '"0"', body: plan }),
      ask('POST', `/v1/cases/${id}/service-events`, { by: stranger, body: contact }),
      ask('POST', `/v1/cases/${id}/closure-requests`, { by: stranger, body: { reason: 'unfounded' } }),
    ];
    for (const answer of await Promise.all(steps)) expect(answer).toMatchObject({ status: 404 });
  });

  it('tells an agency that works on the case that it does not lead it', async () => {
    await service.refers(id, shelter);
    expect(
      await ask('PUT', `/v1/cases/${id}/plan`, { by: shelter, ifMatch: '"0"', body: plan }),
    ).toMatchObject({ status: 403, json: { code: 'not-custodian' } });
  });

  it('is closed to a role that may not, and records which case was asked for', async () => {
    for (const roles of [['auditor'], ['oversight-commissioner'], []])
      expect(await ask('GET', `/v1/cases/${id}/support`, { roles })).toMatchObject({ status: 403 });
    expect((await publishedEntries(service.database.worker)).at(-1)).toMatchObject({
      type: 'support.read',
      outcome: 'denied',
      actor: { org: uptd },
      entity: [{ type: 'case', id }],
    });
  });

  it('takes a case in capitals for the same case, on record too', async () => {
    expect(await agree()).toMatchObject({ status: 200 });
    const upper = id.toUpperCase();
    expect(await ask('GET', `/v1/cases/${upper}/support`)).toMatchObject({
      status: 200,
      json: { caseId: id, plan: { objective: 'Aman' } },
    });
    expect((await publishedEntries(service.database.worker)).at(-1)?.subject).toEqual([id]);
    expect(await ask('POST', `/v1/cases/${upper}/service-events`, { body: contact })).toMatchObject({
      status: 201,
      json: { caseId: id },
    });
  });

  it('wants to know which version is meant, and that the request is not a repetition', async () => {
    expect(await ask('PUT', `/v1/cases/${id}/plan`, { body: plan })).toMatchObject({ status: 428 });
    expect(await agree('"3"')).toMatchObject({ status: 412 });
    expect(await agree('0')).toMatchObject({ status: 400 });
    expect(await ask('POST', `/v1/cases/${id}/service-events`, { body: contact, key: null })).toMatchObject({
      status: 400,
      json: { code: 'idempotency-key-missing' },
    });
    const approval = `/v1/closure-requests/${randomUUID()}/approvals`;
    expect(await ask('POST', approval, { roles: ['supervisor'], body: {} })).toMatchObject({ status: 428 });
  });

  it.each([
    ['/', { consent: true }],
    ['/objective', { objective: '' }],
    ['/objective', { objective: '   ' }],
    ['/objective', { objective: 'x'.repeat(1_001) }],
    ['/actions', { actions: [] }],
    ['/actions', { actions: Array.from({ length: 21 }, () => 'Konseling') }],
    ['/actions/0', { actions: [' '] }],
    ['/plannedEnd', { plannedEnd: '2026-02-30' }],
    ['/plannedEnd', { plannedEnd: '0000-01-01' }],
    ['/plannedEnd', { plannedEnd: '30/06/2026' }],
  ])('points at %s where a plan is wrong', async (pointer, wrong) => {
    const answer = await agree('"0"', { ...plan, ...wrong });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    const errors = answer.json['errors'] as { pointer: string }[];
    expect(errors.map((error) => error.pointer || '/')).toContain(pointer);
  });

  it.each([
    ['/serviceType', { serviceType: 'exorcism' }],
    ['/status', { status: 'done' }],
    ['/plannedAt', { status: 'scheduled' }],
    ['/occurredAt', { occurredAt: '2999-01-01T00:00:00Z' }],
    ['/occurredAt', { occurredAt: '2026-03-07' }],
    ['/note', { note: '  ' }],
    ['/note', { note: 'x'.repeat(2_001) }],
    ['/handoffId', { handoffId: 'one' }],
  ])('points at %s where a contact is wrong', async (pointer, wrong) => {
    const answer = await ask('POST', `/v1/cases/${id}/service-events`, { body: { ...contact, ...wrong } });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    expect(answer.text).not.toContain('exorcism');
    const errors = answer.json['errors'] as { pointer: string }[];
    expect(errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('says of a code that is missing that it is required, and of another that it is unknown', async () => {
    const wrong = { serviceType: undefined, status: 'done' };
    const answer = await ask('POST', `/v1/cases/${id}/service-events`, { body: { ...contact, ...wrong } });
    expect(answer.json['errors']).toMatchObject([
      { pointer: '/serviceType', code: 'required' },
      { pointer: '/status', code: 'unknown-code' },
    ]);
  });

  it.each([
    '/v1/closure-requests?limit=0',
    '/v1/closure-requests?status=open',
    '/v1/closure-requests?cursor=forged.cursor',
    '/v1/cases/not-an-id/support',
    '/v1/cases/not-an-id/timeline',
  ])('refuses %s', async (path) => {
    expect(await ask('GET', path)).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
  });
});
