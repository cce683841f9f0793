import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { createApi, serviceConfig } from '@rujukan/http';
import { aLog, type TestLog } from './storage/fixtures/a-log.js';

jest.setTimeout(30_000);

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const caseId = '0195718e-5a00-7000-8000-0000000000c1';

interface Answer {
  readonly status: number;
  readonly json: Record<string, unknown> & { items?: { seq: number }[]; next?: string };
}

describe('the edge of audit', () => {
  let log: TestLog;
  let app: NestFastifyApplication;
  let keys: Server;
  let issuer: string;
  let origin: string;
  let folder: string;

  beforeAll(async () => {
    log = await aLog();
    folder = mkdtempSync(join(tmpdir(), 'kek-'));
    await log.did(
      ...Array.from({ length: 5 }, () => ({
        type: 'case.read',
        trail: new Trail().touched('case', caseId).about(caseId),
      })),
    );
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key', use: 'sig', alg: 'RS256' };
    keys = createServer((_, answer) => answer.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/realms/rujukan`;
    Object.assign(process.env, {
      PORT: '0',
      DATABASE_URL: log.database.urls.app,
      OIDC_ISSUER: issuer,
      OIDC_CLIENTS: 'portal',
      CURSOR_SECRET: 'ab'.repeat(32),
      KEK_FILE: join(folder, 'kek'),
      LOG_LEVEL: 'silent',
    });
    // The module reads its settings when it is loaded.
    const { AppModule } = await import('./app.module.js');
    const config = serviceConfig(process.env);
    app = await createApi({ service: 'audit', config, module: AppModule, title: 'Audit' });
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    keys.close();
    keys.closeAllConnections();
    await log.close();
    rmSync(folder, { recursive: true });
  });

  function token(roles: readonly string[]): string {
    const seconds = Math.floor(Date.now() / 1000);
    const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const who = {
      iss: issuer,
      aud: 'rujukan-api',
      azp: 'portal',
      typ: 'Bearer',
      sub: randomUUID(),
      jti: randomUUID(),
    };
    const may = { agency_id: randomUUID(), realm_access: { roles }, iat: seconds, exp: seconds + 300 };
    const content = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'key' })}.${encode({ ...who, ...may })}`;
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
  }

  async function ask(path: string, roles: readonly string[] = ['auditor']): Promise<Answer> {
    const answer = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${token(roles)}` } });
    return { status: answer.status, json: (await answer.json()) as Answer['json'] };
  }

  const newest = async () => (await publishedEntries(log.database.worker)).at(-1);

  it('gives an auditor a case page by page', async () => {
    const first = await ask(`/v1/entries?case=${caseId}&limit=3`);
    expect(first).toMatchObject({ status: 200, json: { items: [{ seq: 4 }, { seq: 3 }, { seq: 2 }] } });

    const second = await ask(
      `/v1/entries?case=${caseId}&limit=3&cursor=${encodeURIComponent(first.json.next!)}`,
    );
    expect(second).toMatchObject({ status: 200, json: { items: [{ seq: 1 }, { seq: 0 }] } });
    expect(second.json).not.toHaveProperty('next');
    expect(await newest()).toMatchObject({ type: 'audit.search', outcome: 'success', subject: [caseId] });
  });

  it('takes a case in capitals for the same case, on record too', async () => {
    const { json } = await ask(`/v1/entries?case=${caseId.toUpperCase()}&limit=3`);
    expect(json.items).toMatchObject([{ seq: 4 }, { seq: 3 }, { seq: 2 }]);
    expect(await newest()).toMatchObject({ type: 'audit.search', subject: [caseId] });
  });

  it('gives one entry with its bytes', async () => {
    const { status, json } = await ask('/v1/entries/2');
    expect(status).toBe(200);
    expect(JSON.parse(Buffer.from(json['bytes'] as string, 'base64').toString())).toEqual(json['entry']);
  });

  it('does not follow a cursor that was made for another question', async () => {
    const { json } = await ask(`/v1/entries?case=${caseId}&limit=3`);
    expect(await ask(`/v1/entries?limit=3&cursor=${encodeURIComponent(json.next!)}`)).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: '/cursor' }] },
    });
  });

  it.each([
    'case=one',
    'outcome=refused',
    'from=yesterday',
    'limit=101',
    'offset=20',
    'actor=a%20name',
    `type=${'x'.repeat(101)}`,
  ])('refuses a question that it does not understand: %s', async (query) => {
    expect(await ask(`/v1/entries?${query}`)).toMatchObject({
      status: 400,
      json: { code: 'invalid-request' },
    });
  });

  it('knows no entry of that number', async () => {
    expect(await ask('/v1/entries/4711')).toMatchObject({ status: 404 });
    expect(await ask('/v1/entries/first')).toMatchObject({ status: 400 });
  });

  it.each([['case-worker'], ['supervisor'], ['platform-admin'], ['agency-system'], ['dpo']])(
    'is closed to a %s, and leaves a record of the attempt',
    async (role) => {
      expect(await ask(`/v1/entries?case=${caseId}`, [role])).toMatchObject({ status: 403 });
      expect(await newest()).toMatchObject({ type: 'audit.search', outcome: 'denied', reason: 'forbidden' });
      expect(await ask('/v1/entries/0', [role])).toMatchObject({ status: 403 });
      expect(await newest()).toMatchObject({ type: 'audit.read', outcome: 'denied', reason: 'forbidden' });
    },
  );

  const inEnglish = async (path: string) => {
    const headers = { authorization: `Bearer ${token(['auditor'])}`, 'accept-language': 'en' };
    return (await (await fetch(`${origin}${path}`, { headers })).json()) as Record<string, unknown>;
  };

  it('lists eight questions in the language of whoever asks, and answers them', async () => {
    const { json } = await ask('/v1/audit/questions');
    const names = (json.items as unknown as { name: string }[]).map(({ name }) => name);
    expect(names).toHaveLength(8);
    for (const name of names) {
      const answer = await inEnglish(`/v1/audit/questions/${name}?case=${caseId}`);
      expect(answer).toMatchObject({ question: name, language: 'en', isComplete: true });
    }
    expect(await ask(`/v1/audit/questions/rows-exported`)).toMatchObject({
      json: { language: 'id', answer: 'Tidak ada ekspor yang tercatat.', findings: [] },
    });
    expect(await ask('/v1/audit/questions/sealed-opened')).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: '/case', code: 'required' }] },
    });
    expect(await ask('/v1/audit/questions/anything')).toMatchObject({ status: 404 });
    expect(await newest()).toMatchObject({ type: 'audit.ask', outcome: 'denied' });
  });

  it('tells a case in sentences page by page, and what passed to whom', async () => {
    const first = await ask(`/v1/audit/cases/${caseId}/timeline?limit=3`);
    expect(first).toMatchObject({ status: 200, json: { items: [{ entry: 4 }, { entry: 3 }, { entry: 2 }] } });
    const rest = await ask(
      `/v1/audit/cases/${caseId}/timeline?limit=3&cursor=${encodeURIComponent(first.json.next!)}`,
    );
    expect(rest).toMatchObject({ json: { items: [{ entry: 1 }, { entry: 0 }] } });
    expect(await ask(`/v1/audit/cases/${caseId}/disclosures`)).toMatchObject({
      status: 200,
      json: { items: [], isComplete: true },
    });
  });

  it('reviews the access of a month at most', async () => {
    const span = (from: string, to: string) =>
      `/v1/audit/unusual-access?from=2026-0${from}T00:00:00Z&to=2026-0${to}T00:00:00Z`;
    const { status, json } = await ask(span('3-01', '3-31'));
    expect([status, (json['rules'] as unknown[]).length, json.items]).toEqual([200, 5, []]);
    expect(await ask(span('1-01', '3-31'))).toMatchObject({ status: 400 });
  });

  it('speaks FHIR, with links from page to page', async () => {
    const headers = { authorization: `Bearer ${token(['auditor'])}` };
    const search = `/fhir/AuditEvent?patient=${caseId}&date=ge2026-01-01T00:00:00Z&_count=3`;
    const answer = await fetch(`${origin}${search}`, { headers });
    expect(answer.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8');
    const bundle = (await answer.json()) as { entry: unknown[]; link: { relation: string; url: string }[] };
    expect(bundle.entry).toHaveLength(3);
    const { json } = await ask(bundle.link.find(({ relation }) => relation === 'next')!.url);
    expect(json['entry']).toHaveLength(2);
    expect(await newest()).toMatchObject({ type: 'audit.search', entity: [{ id: 'fhir' }, {}, {}] });
    expect(await ask('/fhir/AuditEvent?date=yesterday')).toMatchObject({ status: 400 });
  });

  it('offers no way to write', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await fetch(`${origin}/v1/entries`, {
        method,
        headers: { authorization: `Bearer ${token(['auditor'])}` },
      });
      expect([404, 405]).toContain(answer.status);
    }
  });
});
