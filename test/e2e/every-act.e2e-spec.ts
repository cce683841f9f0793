import { randomUUID } from 'node:crypto';
import { eventually, tokenFor } from '@rujukan/testing';
import { changeAccount, signInAndOut, signInWrongly } from './support/keycloak.js';
import { openedCases } from './support/path.js';
import { aReport } from './support/report.js';
import { canaries, world } from './support/world.js';

jest.setTimeout(60_000);

const here = world();
const { services } = here.here;
const auditor = here.api.as('insp.auditor');
const began = new Date(Date.now() - 60_000).toISOString();

interface Entry {
  readonly type: string;
  readonly action: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly criteria?: readonly string[];
  readonly resultCount?: number;
  readonly times?: number;
  readonly actor: { readonly sub: string; readonly client: string };
  readonly entity: readonly {
    readonly type: string;
    readonly id: string;
    readonly fields?: readonly string[];
  }[];
  readonly requestId: string;
}

/** The newest entries that fit, as their bytes say. */
async function entriesOf(filter: string): Promise<Entry[]> {
  const { items } = await auditor.get('audit', `/v1/entries?limit=50&${filter}`);
  const seqs = (items as { seq: number }[]).map(({ seq }) => seq);
  const read = seqs.map((seq) => auditor.get('audit', `/v1/entries/${seq}`));
  return (await Promise.all(read)).map(({ entry }) => entry as Entry);
}

const entryThat = (what: string, filter: string, fits: (entry: Entry) => boolean): Promise<Entry> =>
  eventually(what, async () => (await entriesOf(filter)).find(fits) ?? false, {
    withinMs: 30_000,
    everyMs: 500,
  });

interface Asked {
  readonly login?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** One request with an id of its own. */
async function ask(url: string, { login, headers, ...more }: Asked = {}) {
  const requestId = randomUUID();
  const token = login === undefined ? {} : { authorization: `Bearer ${await tokenFor(login)}` };
  const answer = await fetch(url, { ...more, headers: { ...token, 'x-request-id': requestId, ...headers } });
  return { requestId, status: answer.status, body: (await answer.json()) as { id?: string } };
}

const ofRequest =
  (requestId: string) =>
  (entry: Entry): boolean =>
    entry.requestId === requestId;

describe('in the log stands', () => {
  let caseId: string;

  beforeAll(async () => {
    caseId = (await openedCases(here)).caseIds[0]!;
  });

  it('a read, with the names of the fields that were shown', async () => {
    const { requestId } = await ask(`${services.intake.url}/v1/cases/${caseId}`, { login: 'uptd.manajer' });
    const entry = await entryThat('the read', `case=${caseId}&type=case.read`, ofRequest(requestId));
    expect(entry).toMatchObject({ action: 'R', outcome: 'success' });
    expect(entry.entity).toContainEqual(expect.objectContaining({ type: 'case', id: caseId }));
  });

  it('a search, with the names of its criteria, and how many were shown and which', async () => {
    const url = `${services.intake.url}/v1/reports?box=received&limit=3`;
    const { requestId } = await ask(url, { login: 'uptd.pengaduan' });
    const entry = await entryThat('the search', `from=${began}&type=report.list`, ofRequest(requestId));
    expect(entry.criteria).toEqual(['box']);
    expect(entry.entity.filter(({ type }) => type === 'report')).toHaveLength(entry.resultCount!);
  });

  it('the same request once more, as a read of the first answer', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const posted = { login: 'uptd.pengaduan', method: 'POST', headers, body: JSON.stringify(aReport()) };
    const url = `${services.intake.url}/v1/reports`;
    const first = await ask(url, posted);
    const again = await ask(url, posted);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(first.status).toBeLessThan(300);
    const entry = await entryThat(
      'the repetition',
      `from=${began}&type=report.file`,
      ofRequest(again.requestId),
    );
    expect(entry).toMatchObject({ action: 'R', outcome: 'success', reason: 'replayed' });
    expect(entry.entity).toEqual([{ type: 'report', id: first.body.id }]);
  });

  it.each([
    {
      status: 400,
      login: 'uptd.pengaduan',
      path: '/v1/reports?box=Contoh',
      entry: { type: 'report.list', outcome: 'failed', reason: 'invalid-request' },
    },
    {
      status: 401,
      path: '/v1/reports',
      entry: { type: 'report.list', outcome: 'denied', reason: 'unauthenticated' },
    },
    {
      status: 403,
      login: 'insp.auditor',
      path: '/v1/reports',
      entry: { type: 'report.list', outcome: 'denied', reason: 'forbidden' },
    },
    {
      status: 404,
      login: 'bapas.pk',
      path: `/v1/cases/${randomUUID()}`,
      entry: { type: 'case.read', outcome: 'denied', reason: 'not-found' },
    },
  ])('a $status, with its code and nothing of what was sent', async ({ status, login, path, entry }) => {
    const answer = await ask(`${services.intake.url}${path}`, login === undefined ? {} : { login });
    expect(answer.status).toBe(status);
    const filter = `from=${began}&type=${entry.type}&outcome=${entry.outcome}`;
    const found = await entryThat('the refusal', filter, ofRequest(answer.requestId));
    expect(found).toMatchObject(entry);
    for (const canary of canaries) expect(JSON.stringify(found)).not.toContain(canary);
  });

  it('a 429, once and at once, however many there are', async () => {
    const address = `198.51.100.${Math.floor(Math.random() * 250)}`;
    const knock = () => ask(`${services.intake.url}/v1/reports`, { headers: { 'x-forwarded-for': address } });
    let last = await knock();
    for (let round = 0; round < 40 && last.status !== 429; round += 1)
      last = (await Promise.all(Array.from({ length: 20 }, knock))).at(-1)!;
    expect(last.status).toBe(429);
    await Promise.all(Array.from({ length: 20 }, knock));
    const filter = `from=${began}&type=report.list&outcome=denied&actor=anonymous`;
    await entryThat('the limit', filter, ({ reason }) => reason === 'too-many-requests');
    const limited = (await entriesOf(filter)).filter(
      ({ reason, times }) => reason === 'too-many-requests' && times === undefined,
    );
    expect(limited).toHaveLength(1);
  });

  it('an auditor’s own question', async () => {
    const { requestId } = await ask(`${services.audit.url}/v1/entries?outcome=denied`, {
      login: 'insp.auditor',
    });
    const entry = await entryThat('the question', `from=${began}&type=audit.search`, ofRequest(requestId));
    expect(entry).toMatchObject({ criteria: ['outcome'], resultCount: expect.any(Number) as number });
  });
});

describe('of the identity provider the log has', () => {
  const login = 'bapas.pk';
  let account: string;

  it('a sign-in and the sign-out of the same session', async () => {
    account = await signInAndOut(login);
    const out = await entryThat('the sign-out', `actor=${account}&type=identity.logout`, () => true);
    const ins = await entriesOf(`actor=${account}&type=identity.login`);
    expect(ins.map(({ entity }) => entity)).toContainEqual(out.entity);
    expect(out).toMatchObject({ outcome: 'success', actor: { sub: account } });
  });

  it('a sign-in that failed', async () => {
    expect(await signInWrongly(login)).toBeGreaterThanOrEqual(400);
    const entry = await entryThat(
      'the failure',
      `type=identity.login&outcome=denied`,
      ({ actor }) => actor.sub === account,
    );
    expect(entry).toMatchObject({ reason: 'invalid-user-credentials', actor: { client: 'demo-cli' } });
  });

  it('a change by an administrator: of whom, which fields, and no value', async () => {
    await changeAccount(account, { emailVerified: true });
    const entry = await entryThat('the change', `entity=${account}&type=identity.admin.user`, () => true);
    expect(entry).toMatchObject({ action: 'U', outcome: 'success' });
    expect(entry.entity).toContainEqual({ type: 'user', id: account });
    expect(entry.entity.flatMap(({ fields = [] }) => fields)).toContain('emailVerified');
    for (const word of [...canaries, login]) expect(JSON.stringify(entry)).not.toContain(word);
  });
});
