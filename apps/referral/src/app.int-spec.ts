import { randomUUID } from 'node:crypto';
import { leakCheck, publishedEntries, type TestEdge } from '@rujukan/testing';
import type { CaseId } from './domain/ids.js';
import { actions, machineVersion } from './domain/handoffs/machine.js';
import {
  aService,
  canary,
  shelter,
  singkawang,
  stranger,
  type TestService,
} from './storage/fixtures/a-service.js';
import { anEdge } from './storage/fixtures/an-edge.js';

describe('the edge of referral', () => {
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

  const aRequest = (more: object = {}) => ({
    caseId: id,
    kind: 'referral',
    to: { agencyId: shelter },
    serviceType: 'emergency-shelter',
    shareProfile: 'shelter-placement',
    lawfulBasis: { code: 'vital-interest' },
    purpose: canary,
    priority: 'stat',
    ...more,
  });
  const asked = async (more: object = {}) =>
    (await ask('POST', '/v1/handoffs', { body: aRequest(more) })).json as { id: string };

  it('walks a referral from the request to its outcome, with its version in an ETag each time', async () => {
    const receipt = await ask('POST', '/v1/handoffs', { body: aRequest() });
    expect(receipt).toMatchObject({ status: 201, headers: { etag: '"1"' }, json: { status: 'requested' } });
    const path = `/v1/handoffs/${(receipt.json as { id: string }).id}`;

    const envelope = await ask('GET', path, { by: shelter });
    expect(envelope).toMatchObject({ status: 200, headers: { etag: '"1"', 'cache-control': 'no-store' } });
    expect(envelope.text).not.toContain(id);
    expect(envelope.text).not.toContain(canary);

    const step = (to: string, ifMatch: string, body: object = {}) =>
      ask('POST', `${path}/${to}`, { by: shelter, ifMatch, body });
    expect(await step('receipts', '"1"')).toMatchObject({ status: 201, headers: { etag: '"2"' } });
    expect(await step('acceptances', '"2"')).toMatchObject({ status: 201, json: { status: 'accepted' } });
    expect((await ask('GET', path, { by: shelter })).json).toMatchObject({ caseId: id, purpose: canary });
    expect(await step('completions', '"3"', { outcome: 'service-provided' })).toMatchObject({
      status: 201,
      json: { status: 'completed', version: 4 },
    });
    expect((await ask('GET', `${path}/timeline`)).json['items']).toHaveLength(4);
    expect((await ask('GET', '/v1/handoffs?box=outbox&limit=1')).json['items']).toMatchObject([
      { outcome: 'service-provided' },
    ]);
  });

  it('moves a case to another town and shows the old custodian nothing of it', async () => {
    const transfer = await asked({
      kind: 'transfer',
      to: { agencyId: singkawang.toUpperCase() },
      serviceType: 'case-management',
      shareProfile: 'case-transfer',
    });
    const rejected = { by: shelter, ifMatch: '"1"', body: { reason: 'other' } };
    expect(await ask('POST', `/v1/handoffs/${transfer.id}/rejections`, rejected)).toMatchObject({
      status: 404,
    });
    await ask('POST', `/v1/handoffs/${transfer.id}/acceptances`, { by: singkawang, ifMatch: '"1"' });
    expect((await ask('GET', `/v1/cases/${id}`, { by: singkawang })).json).toMatchObject({
      custodianAgencyId: singkawang,
      epoch: 2,
    });
    expect(await ask('GET', `/v1/cases/${id}`)).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('shows a sender what would be seen, and lists what was disclosed', async () => {
    const { purpose: _, ...draft } = aRequest();
    const preview = await ask('POST', '/v1/handoff-previews', { body: draft });
    expect(preview).toMatchObject({ status: 200, json: { before: { ageBand: '13-15' }, profileVersion: 1 } });
    expect(await ask('POST', '/v1/handoff-previews', { body: aRequest() })).toMatchObject({ status: 400 });

    const { id: handoff } = await asked();
    await ask('POST', `/v1/handoffs/${handoff}/acceptances`, { by: shelter, ifMatch: '"1"' });
    const ledger = await ask('GET', `/v1/cases/${id}/disclosures`);
    expect(ledger).toMatchObject({ status: 200, json: { items: [{ handoffId: handoff }] } });
    const audit = { by: stranger, roles: ['auditor'] };
    expect((await ask('GET', `/v1/cases/${id}/disclosures`, audit)).json).toEqual(ledger.json);
    for (const roles of [['case-worker'], ['platform-admin'], []])
      expect(await ask('GET', `/v1/cases/${id}/disclosures`, { roles })).toMatchObject({ status: 403 });
  });

  it('answers an illegal step with what is possible', async () => {
    const { id: handoff } = await asked();
    const early = { by: shelter, ifMatch: '"1"', body: { outcome: 'service-provided' } };
    expect(await ask('POST', `/v1/handoffs/${handoff}/completions`, early)).toMatchObject({
      status: 409,
      json: {
        code: 'illegal-transition',
        allowedActions: ['receive', 'accept', 'reject', 'return', 'refer-onward'],
      },
    });
  });

  it('gives a repeated request its first answer, and another request under the same key none', async () => {
    const key = randomUUID();
    const first = await ask('POST', '/v1/handoffs', { body: aRequest(), key });
    expect(first.status).toBe(201);
    // A key belongs to one person; this token is another's.
    expect(await ask('POST', '/v1/handoffs', { body: aRequest(), key })).toMatchObject({
      status: 409,
      json: { code: 'already-offered' },
    });
  });

  it('is closed to roles that may not, and records the attempt', async () => {
    const { id: handoff } = await asked();
    const body = aRequest({ to: { agencyId: singkawang } });
    for (const roles of [['case-worker'], ['auditor'], ['platform-admin'], []])
      expect(await ask('POST', '/v1/handoffs', { roles, body })).toMatchObject({ status: 403 });
    for (const roles of [['auditor'], ['platform-admin'], []])
      expect(await ask('GET', `/v1/handoffs/${handoff}`, { roles })).toMatchObject({ status: 403 });
    expect(
      await ask('PUT', `/v1/agencies/${randomUUID()}`, {
        body: { code: 'dishub', name: 'Dinas (Demo)', type: 'municipal-order' },
      }),
    ).toMatchObject({
      status: 403,
    });
    expect((await publishedEntries(service.database.worker)).at(-1)).toMatchObject({
      type: 'agency.register',
      outcome: 'denied',
      reason: 'forbidden',
    });
  });

  it('makes another agency’s handoff look absent on every road', async () => {
    const { id: handoff } = await asked();
    const path = `/v1/handoffs/${handoff}`;
    const attempts = [
      ask('GET', path, { by: stranger }),
      ask('GET', `${path}/timeline`, { by: stranger }),
      ask('GET', `/v1/cases/${id}`, { by: stranger }),
      ask('POST', `${path}/receipts`, { by: stranger, ifMatch: '"1"' }),
      ask('POST', `${path}/acceptances`, { by: stranger, ifMatch: '"1"' }),
      ask('POST', `${path}/rejections`, { by: stranger, ifMatch: '"1"', body: { reason: 'other' } }),
      ask('POST', `${path}/completions`, { by: stranger, ifMatch: '"1"', body: { outcome: 'other' } }),
    ];
    for (const answer of await Promise.all(attempts))
      expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('wants to know which version is meant, and that the request is not a repetition', async () => {
    const path = `/v1/handoffs/${(await asked()).id}/acceptances`;
    expect(await ask('POST', path, { by: shelter })).toMatchObject({ status: 428 });
    expect(await ask('POST', path, { by: shelter, ifMatch: '1' })).toMatchObject({ status: 400 });
    expect(await ask('POST', path, { by: shelter, ifMatch: '"9"' })).toMatchObject({ status: 412 });
    expect(await ask('POST', path, { by: shelter, ifMatch: '"1"', key: null })).toMatchObject({
      status: 400,
    });
  });

  it.each<[string, object]>([
    ['/caseId', { caseId: 'K-7Q4M2X9A-H' }],
    ['/kind', { kind: 'gift' }],
    ['/to/agencyId', { to: {} }],
    ['/to', { to: { agencyId: shelter, unit: 'x' } }],
    ['/serviceType', { serviceType: 'bed' }],
    ['/shareProfile', { shareProfile: 'everything' }],
    ['/lawfulBasis/code', { lawfulBasis: { code: 'because' } }],
    ['/lawfulBasis/article', { lawfulBasis: { code: 'consent', article: 'Pasal\u0000 1' } }],
    ['/lawfulBasis/article', { lawfulBasis: { code: 'consent', article: 'x'.repeat(81) } }],
    ['/purpose', { purpose: ' ' }],
    ['/purpose', { purpose: 'x'.repeat(501) }],
    ['/note', { note: 'x'.repeat(2_001) }],
    ['/priority', { priority: 'now' }],
    ['/', { childName: 'Kenari Contoh' }],
  ])('points at %s where a request is wrong, and repeats nothing of it', async (pointer, wrong) => {
    const answer = await ask('POST', '/v1/handoffs', { body: aRequest(wrong) });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    const errors = answer.json['errors'] as { pointer: string }[];
    expect(errors.map((error) => (error.pointer === '' ? '/' : error.pointer))).toContain(pointer);
    expect(answer.text).not.toContain('Contoh');
  });

  it.each([
    ['receipts', { note: 'x' }],
    ['acceptances', { accepted: true }],
    ['rejections', {}],
    ['rejections', { reason: 'too-much-work' }],
    ['completions', { outcome: 'fine' }],
    ['completions', { outcome: 'other', note: '' }],
    ['recalls', {}],
    ['recalls', { reason: 'child-declines' }],
    ['holds', { reason: 'other' }],
    ['cancellation-requests', { note: 'Tidak perlu lagi.' }],
    ['cancellation-refusals', { reason: 'other', note: ' ' }],
    ['error-marks', { reason: 'no-capacity' }],
  ])('refuses malformed %s', async (step, body) => {
    const path = `/v1/handoffs/${(await asked()).id}/${step}`;
    expect(await ask('POST', path, { by: shelter, ifMatch: '"1"', body })).toMatchObject({ status: 400 });
  });

  it.each([
    '/v1/handoffs?limit=101',
    '/v1/handoffs?box=all',
    '/v1/handoffs?status=lost',
    '/v1/handoffs?caseId=1',
    '/v1/handoffs?cursor=forged.cursor',
    '/v1/handoffs?childName=x',
    '/v1/handoffs/1',
    '/v1/handoffs/1/timeline',
    '/v1/cases/1',
    '/v1/cases/1/disclosures',
    '/v1/services?type=bed',
    '/v1/agencies?cursor=x',
  ])('refuses %s', async (path) => {
    expect(await ask('GET', path)).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
  });

  it('publishes the machine', async () => {
    const { json } = await ask('GET', '/v1/state-machines/handoff', { roles: ['researcher'] });
    expect(json).toMatchObject({ name: 'handoff', version: machineVersion });
    expect(json['states']).toHaveLength(16);
    expect(json['transitions']).toContainEqual({
      from: 'received',
      action: 'accept',
      to: 'accepted',
      by: 'receiver',
      needs: 'handoff:answer',
      path: 'acceptances',
      kinds: ['referral', 'transfer', 'consultation'],
    });
  });

  it('describes every route with its permission and its act, and has one for every action of the machine', async () => {
    const { json } = await ask('GET', '/openapi.json');
    const paths = json['paths'] as Record<string, Record<string, Record<string, unknown>>>;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => [`${method} ${path}`, route] as const),
    );
    for (const action of Object.values(actions)) {
      if (!('path' in action)) continue;
      const route = paths[`/v1/handoffs/{id}/${action.path}`]?.['post'];
      expect(route).toMatchObject({ 'x-permission': action.needs });
    }
    for (const [, route] of routes) {
      expect(route['x-permission']).toEqual(expect.any(String));
      expect(route['x-audit']).toBeDefined();
    }
  });
});
