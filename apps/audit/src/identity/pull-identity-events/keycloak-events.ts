import { z } from 'zod';
import type { AdminEvent, UserEvent } from './identity-event.js';

const text = z
  .string()
  .max(2_000)
  .nullish()
  .transform((value) => value ?? undefined);
const known = z.string().min(1).max(100);
const instant = z.int().min(0);

const UserEvents = z
  .array(
    z.object({
      id: known,
      time: instant,
      type: known,
      clientId: text,
      userId: text,
      sessionId: text,
      ipAddress: text,
      error: text,
    }),
  )
  .max(1_000);

const AdminEvents = z
  .array(
    z.object({
      id: known,
      time: instant,
      operationType: known,
      resourceType: text,
      resourcePath: text,
      representation: z
        .string()
        .max(1_000_000)
        .nullish()
        .transform((value) => value ?? undefined),
      error: text,
      authDetails: z
        .object({ clientId: text, userId: text, ipAddress: text })
        .nullish()
        .transform((value) => value ?? undefined),
    }),
  )
  .max(1_000);

const Token = z.object({ access_token: z.string().min(1).max(10_000), expires_in: z.int().min(1) });

export interface KeycloakAccess {
  /** Address of the realm, `https://…/realms/rujukan`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const pageSize = 200;

/** Whoever was away for long catches up in several runs. */
const mostAtOnce = 50 * pageSize;
const patienceMs = 10_000;

/** Reads the events that Keycloak keeps, as an account that may do nothing else. */
export class KeycloakEvents {
  private token: { readonly value: string; readonly until: number } | undefined;

  constructor(private readonly access: KeycloakAccess) {}

  /** Pages of what people and clients did since `from` (milliseconds since 1970), oldest first. */
  users(from: number): AsyncGenerator<UserEvent[]> {
    return this.pages('events', from, UserEvents);
  }

  /** Pages of what administrators changed since then, oldest first. */
  admins(from: number): AsyncGenerator<AdminEvent[]> {
    return this.pages('admin-events', from, AdminEvents);
  }

  private async *pages<T>(path: string, from: number, schema: z.ZodType<T[]>): AsyncGenerator<T[]> {
    for (let first = 0; first < mostAtOnce; first += pageSize) {
      const query = new URLSearchParams({
        dateFrom: String(from),
        direction: 'asc',
        first: String(first),
        max: String(pageSize),
      });
      const page = schema.parse(await this.get(`/${path}?${query.toString()}`));
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
    }
  }

  private async get(path: string): Promise<unknown> {
    const realm = this.access.issuer.replace('/realms/', '/admin/realms/');
    const answer = await fetch(realm + path, {
      headers: { authorization: `Bearer ${await this.freshToken()}` },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.ok) return answer.json();
    this.token = undefined;
    throw new Error(`the identity provider answers ${answer.status} when asked for its events`);
  }

  private async freshToken(): Promise<string> {
    if (this.token !== undefined && performance.now() < this.token.until) return this.token.value;
    const { issuer, clientId, clientSecret } = this.access;
    const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new Error(`the identity provider answers ${answer.status} when asked for a token`);
    const token = Token.parse(await answer.json());
    this.token = { value: token.access_token, until: performance.now() + (token.expires_in - 30) * 1_000 };
    return token.access_token;
  }
}
