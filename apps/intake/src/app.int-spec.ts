import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi, serviceConfig } from '@rujukan/http';
import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, testClock, testDatabase, type TestDatabase } from '@rujukan/testing';
import { entities } from './storage/entities.js';
import { fillDirectory } from './storage/fixtures/a-directory.js';
import { aReport, canaries, police, shelter, stranger, uptd } from './storage/fixtures/an-intake.js';
import { migrations } from './storage/migrations.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

interface Asked {
  readonly by?: string;
  readonly roles?: readonly string[];
  readonly sub?: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly key?: string | null;
}

describe('the edge of intake', () => {
  let app: NestFastifyApplication | undefined;
  let database: TestDatabase;
  let keys: Server;
  let issuer: string;
  let origin: string;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kek-'));
    database = await testDatabase('intake', migrations, { entities });
    await fillDirectory(database.worker, new UnitOfWork(database.worker, 'intake', testClock()));
    keys = createServer((_, answer) =>
      answer.end(
        JSON.stringify({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', use: 'sig', alg: 'RS256' }],
        }),
      ),
    );
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/realms/rujukan`;
    Object.assign(process.env, {
      PORT: '0',
      DATABASE_URL: database.urls.app,
      OIDC_ISSUER: issuer,
      OIDC_CLIENTS: 'portal',
      CURSOR_SECRET: 'ab'.repeat(32),
      KEK_FILE: join(folder, 'kek'),
      LOG_LEVEL: 'silent',
      DEMO_DATA: 'true',
    });
    // The module reads its settings when it is loaded.
    const { AppModule } = await import('./app.module.js');
    app = await createApi({
      service: 'intake',
      config: serviceConfig(process.env),
      module: AppModule,
      title: 'Intake',
    });
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    keys.close();
    keys.closeAllConnections();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  function token(agency: string, roles: readonly string[], sub: string): string {
    const seconds = Math.floor(Date.now() / 1000);
    const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = {
      iss: issuer,
      aud: 'rujukan-api',
      azp: 'portal',
      typ: 'Bearer',
      sub,
      jti: randomUUID(),
    };
    const rights = { agency_id: agency, realm_access: { roles } };
    const content = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'key' })}.${encode({ ...claims, ...rights, iat: seconds, exp: seconds + 300 })}`;
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
  }

  function headersOf(method: string, asked: Asked): Record<string, string> {
    const { by = uptd, roles = ['intake-officer'], sub = randomUUID(), key = randomUUID() } = asked;
    return {
      authorization: `Bearer ${token(by, roles, sub)}`,
      ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
      ...(asked.ifMatch === undefined ? {} : { 'if-match': asked.ifMatch }),
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
  }

  async function ask(method: 'GET' | 'POST', url: string, asked: Asked = {}) {
    const answer = await fetch(`${origin}${url}`, {
      method,
      headers: headersOf(method, asked),
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    });
    const text = await answer.text();
    const json = JSON.parse(text) as Record<string, unknown>;
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text, json };
  }

  const file = async (by = uptd) => {
    const filed = await ask('POST', '/v1/reports', { by, body: { ...aReport(), recipientAgencyId: uptd } });
    return filed.json as { id: string; version: number };
  };
  const triage = { riskLevel: 'high', exploitationTypes: ['grooming'], authority: 'uptd-ppa' };

  it('carries a report from filing to a case, with its version in an ETag each time', async () => {
    const filed = await ask('POST', '/v1/reports', {
      by: shelter,
      body: { ...aReport(), recipientAgencyId: uptd },
    });
    expect(filed).toMatchObject({ status: 201, headers: { etag: '"1"' }, json: { status: 'received' } });
    const { id } = filed.json as { id: string };
    const read = await ask('GET', `/v1/reports/${id}`);
    expect(read).toMatchObject({ status: 200, headers: { etag: '"1"', 'cache-control': 'no-store' } });
    expect(read.json).toMatchObject({
      occurredAt: '2026-03-07T18:30:00.000Z',
      reporterContact: { phone: canaries.phone },
    });
    const accepted = await ask('POST', `/v1/reports/${id}/acceptances`, { body: triage, ifMatch: '"1"' });
    expect(accepted).toMatchObject({
      status: 201,
      headers: { etag: '"2"' },
      json: { version: 2, clock: {} },
    });
    const [opened] = accepted.json['cases'] as [{ id: string }];

    expect(await ask('GET', `/v1/cases/${opened.id}`)).toMatchObject({
      status: 200,
      json: { child: { name: canaries.name } },
    });
    expect(await ask('GET', `/v1/cases/${opened.id}/timeline`)).toMatchObject({ status: 200 });
    expect((await ask('GET', '/v1/cases?limit=1')).json['items']).toMatchObject([{ id: opened.id }]);
    const told = await ask('POST', `/v1/cases/${opened.id}/police-reports`, {
      body: { policeReportNumber: canaries.policeReportNumber },
      ifMatch: '"1"',
    });
    expect(told).toMatchObject({ status: 201, json: { version: 2, clock: { state: 'met' } } });
  });

  it('lets a report be forwarded, linked and marked, and answers a repeated request the same', async () => {
    const [one, two, three] = [await file(), await file(), await file()];
    const key = randomUUID();
    const forward = {
      body: { toAgencyId: police, reason: 'out-of-jurisdiction' },
      ifMatch: '"1"',
      key,
      sub: randomUUID(),
    };
    expect(await ask('POST', `/v1/reports/${one.id}/forwardings`, forward)).toMatchObject({ status: 201 });
    const again = await ask('POST', `/v1/reports/${one.id}/forwardings`, forward);
    expect(again).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true', etag: '"2"' } });
    const link = { body: { primaryReportId: three.id }, ifMatch: '"1"' };
    expect(await ask('POST', `/v1/reports/${two.id}/duplicate-links`, link)).toMatchObject({ status: 201 });
    const notice = { body: { missing: ['identity'] }, ifMatch: '"1"' };
    expect(await ask('POST', `/v1/reports/${three.id}/insufficiency-notices`, notice)).toMatchObject({
      status: 201,
    });
    expect((await ask('GET', '/v1/reports?box=filed&status=forwarded')).json['items']).toMatchObject([
      { id: one.id },
    ]);
  });

  it('sends no report to an agency that nobody registered', async () => {
    const unknown = { status: 409, json: { code: 'unknown-agency' } };
    const nowhere = randomUUID();
    const filed = { body: { ...aReport(), recipientAgencyId: nowhere } };
    expect(await ask('POST', '/v1/reports', filed)).toMatchObject(unknown);
    const { id } = await file();
    const forward = { body: { toAgencyId: nowhere, reason: 'no-capacity' }, ifMatch: '"1"' };
    expect(await ask('POST', `/v1/reports/${id}/forwardings`, forward)).toMatchObject(unknown);
    expect(await ask('GET', `/v1/reports/${id}`)).toMatchObject({ headers: { etag: '"1"' } });
  });

  it('makes another agency’s report and case look absent', async () => {
    const { id } = await file();
    for (const path of [
      `/v1/reports/${id}`,
      `/v1/cases/${randomUUID()}`,
      `/v1/cases/${randomUUID()}/timeline`,
    ])
      expect(await ask('GET', path, { by: stranger })).toMatchObject({
        status: 404,
        json: { code: 'not-found' },
      });
    const attempt = { by: stranger, body: triage, ifMatch: '"1"' };
    expect(await ask('POST', `/v1/reports/${id}/acceptances`, attempt)).toMatchObject({ status: 404 });
  });

  it('is closed to a role that may not, and leaves a record of the attempt', async () => {
    const { id } = await file();
    for (const roles of [['auditor'], ['researcher'], []])
      expect(await ask('GET', `/v1/reports/${id}`, { roles })).toMatchObject({ status: 403 });
    expect(
      await ask('POST', `/v1/reports/${id}/acceptances`, {
        roles: ['psychologist'],
        body: triage,
        ifMatch: '"1"',
      }),
    ).toMatchObject({ status: 403 });
    expect((await publishedEntries(database.worker)).at(-1)).toMatchObject({
      type: 'report.accept',
      outcome: 'denied',
    });
  });

  it('takes an id in capitals for the same id, on record too', async () => {
    const { id } = await file();
    const accept = { body: triage, ifMatch: '"1"' };
    const accepted = await ask('POST', `/v1/reports/${id.toUpperCase()}/acceptances`, accept);
    const [opened] = accepted.json['cases'] as [{ id: string }];
    expect(await ask('GET', `/v1/cases/${opened.id.toUpperCase()}`)).toMatchObject({
      status: 200,
      json: { id: opened.id, child: { name: canaries.name } },
    });
    const entries = (await publishedEntries(database.worker)).slice(-2);
    expect(entries).toMatchObject([
      { type: 'report.accept', entity: expect.arrayContaining([expect.objectContaining({ id })]) as object },
      { type: 'case.read', subject: [opened.id] },
    ]);
  });

  it('wants to know which version is meant, and that the request is not a repetition', async () => {
    const { id } = await file();
    const path = `/v1/reports/${id}/acceptances`;
    expect(await ask('POST', path, { body: triage })).toMatchObject({ status: 428 });
    expect(await ask('POST', path, { body: triage, ifMatch: '"9"' })).toMatchObject({ status: 412 });
    expect(await ask('POST', path, { body: triage, ifMatch: '1' })).toMatchObject({ status: 400 });
    expect(await ask('POST', path, { body: triage, ifMatch: '"1"', key: null })).toMatchObject({
      status: 400,
    });
  });

  const wrongReports: readonly (readonly [string, object])[] = [
    ['/', { consent: true }],
    ['/children', { children: [] }],
    ['/children', { children: Array.from({ length: 21 }, () => aReport().children[0]) }],
    ['/children/0/nik', { children: [{ ...aReport().children[0], nik: '123' }] }],
    ['/children/0/nik', { children: [{ ...aReport().children[0], nik: '6171016113110001' }] }],
    ['/children/0/birthDate', { children: [{ ...aReport().children[0], birthDate: '2011-02-30' }] }],
    ['/children/0/birthDate', { children: [{ ...aReport().children[0], birthDate: '2999-01-01' }] }],
    ['/children/0/languages/0', { children: [{ ...aReport().children[0], languages: ['Indonesia'] }] }],
    [
      '/children/0/residence/areaCode',
      { children: [{ ...aReport().children[0], residence: { areaCode: '31.71.01' } }] },
    ],
    ['/place/areaCode', { place: { type: 'home', areaCode: '61.71.99' } }],
    ['/summary', { summary: 'x'.repeat(4001) }],
    ['/summary', { summary: '  ' }],
    ['/modus', { modus: ['broker', 'broker'] }],
    ['/channel', { channel: 'pigeon' }],
    ['/occurredAt', { occurredAt: '2026-03-07 18:30' }],
    ['/reporterContact/phone', { reporterContact: { phone: 'call me' } }],
    ['/reporterContact', { isAnonymous: true }],
  ];

  it.each(wrongReports)(
    'points at %s where a report is wrong, and repeats nothing of it',
    async (pointer, wrong) => {
      const answer = await ask('POST', '/v1/reports', { body: { ...aReport(), ...wrong } });
      expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
      const errors = answer.json['errors'] as { pointer: string; detail: string }[];
      expect(errors.map((error) => (error.pointer === '' ? '/' : error.pointer))).toContain(pointer);
      for (const word of ['Contoh', 'pigeon', '6171', 'call me', 'consent'])
        expect(answer.text).not.toContain(word);
    },
  );

  it.each([
    '/v1/reports?limit=0',
    '/v1/reports?limit=101',
    '/v1/reports?box=all',
    '/v1/reports?status=rejected',
    '/v1/reports?cursor=forged.cursor',
    '/v1/reports?name=x',
    '/v1/reports/not-an-id',
    '/v1/cases?cursor=forged',
    '/v1/cases/not-an-id',
    '/v1/cases/not-an-id/timeline',
  ])('refuses %s', async (path) => {
    expect(await ask('GET', path)).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
  });

  it.each([
    ['acceptances', { ...triage, riskLevel: 'critical' }],
    ['acceptances', { ...triage, exploitationTypes: [] }],
    ['acceptances', { ...triage, note: 'x' }],
    ['forwardings', { toAgencyId: 'uptd', reason: 'no-capacity' }],
    ['forwardings', { toAgencyId: police, reason: 'we do not want to' }],
    ['duplicate-links', { primaryReportId: '1' }],
    ['insufficiency-notices', { missing: [] }],
    ['insufficiency-notices', { missing: ['identity', 'identity'] }],
  ])('refuses malformed %s', async (step, body) => {
    const { id } = await file();
    expect(await ask('POST', `/v1/reports/${id}/${step}`, { body, ifMatch: '"1"' })).toMatchObject({
      status: 400,
    });
  });

  it('describes every route with its permission and its act', async () => {
    const { json } = await ask('GET', '/openapi.json');
    const paths = json['paths'] as Record<string, Record<string, Record<string, unknown>>>;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => [`${method} ${path}`, route] as const),
    );
    expect(routes.map(([name]) => name).sort()).toEqual([
      'get /v1/cases',
      'get /v1/cases/{id}',
      'get /v1/cases/{id}/identity-corrections',
      'get /v1/cases/{id}/timeline',
      'get /v1/clock-board',
      'get /v1/clocks',
      'get /v1/emergency-accesses',
      'get /v1/oversight/clocks',
      'get /v1/reports',
      'get /v1/reports/{id}',
      'post /v1/cases/{id}/identity-corrections',
      'post /v1/cases/{id}/police-reports',
      'post /v1/cases/{id}/risk-assessments',
      'post /v1/emergency-accesses',
      'post /v1/emergency-accesses/{id}/reviews',
      'post /v1/reports',
      'post /v1/reports/{id}/acceptances',
      'post /v1/reports/{id}/duplicate-links',
      'post /v1/reports/{id}/forwardings',
      'post /v1/reports/{id}/insufficiency-notices',
      'post /v1/reports/{id}/unlinkings',
    ]);
    for (const [, route] of routes) {
      expect(route['x-permission']).toEqual(expect.any(String));
      expect(route['x-audit']).toMatchObject({ type: expect.any(String) as string });
    }
  });
});
