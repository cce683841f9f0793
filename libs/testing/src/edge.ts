import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from './database.js';
import { testIssuer } from './issuer.js';

interface Asked {
  /** Agency of the caller; null for the platform itself. */
  readonly by?: string | null;
  readonly roles?: readonly string[];
  readonly body?: unknown;
  readonly ifMatch?: string;
  /** Null sends none. */
  readonly key?: string | null;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** The API of one service as it is served, over a given database, with an issuer of its own. */
export interface TestEdge {
  ask(method: 'GET' | 'POST' | 'PUT', path: string, asked?: Asked): Promise<Answered>;
  close(): Promise<void>;
}

/** A service that listens. */
interface Served {
  getUrl(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Serves an API on a free port.
 *
 * @param agency whose people ask, unless a request says otherwise.
 * @param boot starts the service under these environment variables.
 */
export async function testEdge(
  database: TestDatabase,
  agency: string,
  boot: (environment: Readonly<Record<string, string>>) => Promise<Served>,
): Promise<TestEdge> {
  const folder = mkdtempSync(join(tmpdir(), 'kek-'));
  const people = await testIssuer();
  const app = await boot({
    PORT: '0',
    DATABASE_URL: database.urls.app,
    OIDC_ISSUER: people.issuer,
    OIDC_CLIENTS: 'portal',
    CURSOR_SECRET: 'ab'.repeat(32),
    KEK_FILE: join(folder, 'kek'),
    LOG_LEVEL: 'silent',
  });
  const origin = await app.getUrl();
  return {
    async ask(
      method,
      path,
      { by = agency, roles = ['case-manager'], body, ifMatch, key = randomUUID() } = {},
    ) {
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${people.token({ agencyId: by, roles })}`,
          ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
          ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const json = JSON.parse(text) as Record<string, unknown>;
      return { status: answer.status, headers: Object.fromEntries(answer.headers), text, json };
    },
    async close() {
      await app.close();
      people.close();
      rmSync(folder, { recursive: true });
    },
  };
}
