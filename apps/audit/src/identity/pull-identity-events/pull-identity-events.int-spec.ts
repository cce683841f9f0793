import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, testClock, testDatabase, type TestDatabase } from '@rujukan/testing';
import { migrations } from '../../storage/migrations.js';
import { KeycloakEvents } from './keycloak-events.js';
import { PullIdentityEvents } from './pull-identity-events.js';

interface Kept {
  readonly id: string;
  readonly time: number;
  readonly type?: string;
  readonly operationType?: string;
}

const evening = Date.parse('2026-03-07T20:00:00.000Z');

/** Keycloak as its clients see it: a token for a secret, and events by time, oldest first, in pages. */
class FakeKeycloak {
  readonly events: Kept[] = [];
  readonly adminEvents: Kept[] = [];
  readonly asked: string[] = [];
  isAway = false;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      this.asked.push(url.pathname);
      const answer = this.answer(url, request.headers.authorization);
      response.statusCode = answer === undefined ? 503 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer ?? {}));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/realms/rujukan`;
  }

  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private answer({ pathname, searchParams }: URL, authorization: string | undefined): unknown {
    if (this.isAway) return undefined;
    if (pathname === '/realms/rujukan/protocol/openid-connect/token')
      return { access_token: 'token', expires_in: 300 };
    if (authorization !== 'Bearer token') return undefined;
    const kept = pathname.endsWith('/admin-events') ? this.adminEvents : this.events;
    const [from, first, max] = ['dateFrom', 'first', 'max'].map((name) => Number(searchParams.get(name)));
    return kept
      .filter(({ time }) => time >= from!)
      .sort((a, b) => a.time - b.time)
      .slice(first, first! + max!);
  }
}

let database: TestDatabase;
let keycloak: FakeKeycloak;
let pull: PullIdentityEvents;

beforeEach(async () => {
  database = await testDatabase('audit', migrations);
  keycloak = new FakeKeycloak();
  const access = {
    issuer: await keycloak.start(),
    clientId: 'identity-events',
    clientSecret: 's'.repeat(16),
  };
  pull = new PullIdentityEvents(
    new KeycloakEvents(access),
    new UnitOfWork(database.worker, 'audit', testClock()),
  );
});
afterEach(async () => {
  await keycloak.stop();
  await database.close();
});

const login = (secondsLater: number): Kept => ({
  id: randomUUID(),
  time: evening + secondsLater * 1_000,
  type: 'LOGIN',
});
const entries = () => publishedEntries(database.owner);

describe('events of the identity provider', () => {
  it('come into the log in their order, each once, however often they are read', async () => {
    keycloak.events.push(login(0), { ...login(1), type: 'LOGIN_ERROR' }, { ...login(2), type: 'LOGOUT' });
    keycloak.adminEvents.push({ id: randomUUID(), time: evening, operationType: 'UPDATE' });
    expect(await pull.execute()).toBe(4);
    expect(await pull.execute()).toBe(0);
    expect((await entries()).map(({ type, outcome }) => [type, outcome])).toEqual([
      ['identity.login', 'success'],
      ['identity.login', 'denied'],
      ['identity.logout', 'success'],
      ['identity.admin.unknown', 'success'],
    ]);
  });

  it('are taken as well when they become visible after a later one', async () => {
    keycloak.events.push(login(120));
    expect(await pull.execute()).toBe(1);
    keycloak.events.push(login(1));
    expect(await pull.execute()).toBe(1);
    expect(await entries()).toHaveLength(2);
  });

  it('that pile up are taken page by page', async () => {
    keycloak.events.push(...Array.from({ length: 450 }, (_, at) => login(at)));
    expect(await pull.execute()).toBe(450);
    expect(new Set((await entries()).map(({ requestId }) => requestId)).size).toBe(450);
  });

  it('wait while the identity provider is away, and are taken when it is back', async () => {
    keycloak.events.push(login(0));
    keycloak.isAway = true;
    await expect(pull.execute()).rejects.toThrow('the identity provider answers 503');
    keycloak.isAway = false;
    expect(await pull.execute()).toBe(1);
  });

  it('are asked for under one token, and from a little before the newest on', async () => {
    keycloak.events.push(login(0), login(4_000));
    await pull.execute();
    keycloak.asked.length = 0;
    keycloak.events.splice(0, 1);
    await pull.execute();
    expect(keycloak.asked).toEqual(['/admin/realms/rujukan/events', '/admin/realms/rujukan/admin-events']);
    const [row] = await database.owner.query<{ n: number }[]>(
      'select count(*)::int as n from identity_event',
    );
    expect(row).toEqual({ n: 2 });
  });

  it('older than a day after the newest are forgotten, and never taken again', async () => {
    keycloak.events.push(login(0), login(3 * 24 * 3_600));
    await pull.execute();
    await pull.execute();
    const rows = await database.owner.query<unknown[]>('select 1 from identity_event');
    expect(rows).toHaveLength(1);
    expect(await pull.execute()).toBe(0);
  });
});
