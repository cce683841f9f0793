import { createHash } from 'node:crypto';
import { Trail, type AuditOutcome } from '@rujukan/audit-trail';
import { rolePermissions, type Actor, type AuditAction, type RequestContext } from '@rujukan/authz';
import { derivedId } from '../../domain/derived-id.js';

/** What a person or a client did at the identity provider: signing in, failing to, signing out, a new password. */
export interface UserEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** `LOGIN`, `LOGIN_ERROR`, … */
  readonly type: string;
  readonly clientId?: string | undefined;
  readonly userId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly ipAddress?: string | undefined;
  readonly error?: string | undefined;
}

/** What an administrator changed at the identity provider. */
export interface AdminEvent {
  readonly id: string;
  readonly time: number;
  readonly operationType: string;
  readonly resourceType?: string | undefined;
  /** `users/<id>/role-mappings/realm`: ids are kept of it, names are not. */
  readonly resourcePath?: string | undefined;
  readonly representation?: string | undefined;
  readonly error?: string | undefined;
  readonly authDetails?:
    | {
        readonly clientId?: string | undefined;
        readonly userId?: string | undefined;
        readonly ipAddress?: string | undefined;
      }
    | undefined;
}

/** An act that happened elsewhere, ready for the log; its id is the same for the same event. */
export interface ReportedAct {
  readonly id: string;
  readonly context: RequestContext;
  readonly trail: Trail;
  readonly verdict: { readonly outcome: AuditOutcome; readonly reason?: string };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Somebody who wanted in and was not let in; every other error is a thing that did not work. */
const turnedAway = new Set([
  'LOGIN_ERROR',
  'CLIENT_LOGIN_ERROR',
  'CODE_TO_TOKEN_ERROR',
  'REFRESH_TOKEN_ERROR',
  'IMPERSONATE_ERROR',
]);

/** The entry of a user event. Of everything that the event says, ids, codes and the address are kept; names are not. */
export function actOfUser(event: UserEvent): ReportedAct {
  const { type, error, clientId, userId, sessionId } = event;
  const name = type.replace(/_ERROR$/, '');
  // Whoever asks with a client that does not exist has made its name up.
  const client = error === 'client_not_found' ? undefined : clientId;
  const trail = new Trail();
  if (sessionId !== undefined) trail.touched('session', derivedId(`session/${sessionId}`));
  return {
    id: derivedId(`user-event/${event.id}`),
    context: contextOf(event, {
      type: `identity.${kebab(name)}`,
      action: 'E',
      actor: actorOf(userId, client),
      ip: event.ipAddress,
    }),
    trail,
    verdict: verdictOf(type.endsWith('_ERROR'), error, turnedAway.has(type)),
  };
}

const actions: Readonly<Record<string, AuditAction>> = { CREATE: 'C', UPDATE: 'U', DELETE: 'D', ACTION: 'E' };

/** The entry of an administrator's change: which things, which fields, which of our roles; no value. */
export function actOfAdmin(event: AdminEvent): ReportedAct {
  const { operationType, resourceType = 'unknown', resourcePath = '', error, authDetails } = event;
  const trail = new Trail();
  for (const [type, id] of idsIn(resourcePath)) trail.touched(type, id);
  const { fields, roles } = namesIn(event.representation);
  trail.touched('identity-setting', kebab(resourceType), fields.length === 0 ? {} : { fields });
  for (const role of roles) trail.touched('role', role);
  return {
    id: derivedId(`admin-event/${event.id}`),
    context: contextOf(event, {
      type: `identity.admin.${kebab(resourceType)}`,
      action: actions[operationType] ?? 'E',
      actor: actorOf(authDetails?.userId, authDetails?.clientId),
      ip: authDetails?.ipAddress,
    }),
    trail,
    verdict: verdictOf(error !== undefined, error, false),
  };
}

interface Told {
  readonly type: string;
  readonly action: AuditAction;
  readonly actor: Actor;
  readonly ip: string | undefined;
}

function contextOf(event: { id: string; time: number }, { type, action, actor, ip }: Told): RequestContext {
  return {
    actor,
    act: { type, action, purpose: 'operations' },
    now: new Date(event.time),
    requestId: derivedId(`request/${event.id}`),
    traceId: createHash('sha256').update(event.id).digest('hex').slice(0, 32),
    ...(ip !== undefined && /^[0-9a-f.:]{2,45}$/i.test(ip) ? { net: { ip } } : {}),
  };
}

function actorOf(userId: string | undefined, client: string | undefined): Actor {
  const clientId = client !== undefined && /^[a-z0-9][a-z0-9-]{0,63}$/.test(client) ? client : 'unknown';
  return {
    subject: userId !== undefined && uuid.test(userId) ? userId : 'anonymous',
    agencyId: null,
    roles: [],
    permissions: new Set(),
    clientId,
    kind: clientId.startsWith('agency-') ? 'agency-system' : 'person',
  };
}

function verdictOf(
  isError: boolean,
  error: string | undefined,
  isDenial: boolean,
): { outcome: AuditOutcome; reason?: string } {
  if (!isError) return { outcome: 'success' };
  // A code of Keycloak's; anything longer is a text.
  const reason = error !== undefined && /^[a-z][a-z_]{0,59}$/.test(error) ? kebab(error) : 'error';
  return { outcome: isDenial ? 'denied' : 'failed', reason };
}

const kebab = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(name) ? name.toLowerCase().replaceAll('_', '-') : 'unknown';

/** Ids in a path, each with the noun before it: `users/<id>/…` is a user. */
function idsIn(path: string): [string, string][] {
  const parts = path.split('/');
  return parts.flatMap((part, at): [string, string][] => {
    const noun = parts[at - 1] ?? 'thing';
    return uuid.test(part) && /^[a-z-]{1,40}$/.test(noun) ? [[noun.replace(/s$/, ''), part]] : [];
  });
}

const ourRoles: ReadonlySet<string> = new Set(Object.keys(rolePermissions));

/** Names of fields of what was sent, and those of our roles that it names. Any other word in it is nobody's business. */
function namesIn(representation: string | undefined): { fields: string[]; roles: string[] } {
  const things = thingsIn(representation);
  const fields = new Set(
    things.flatMap(Object.keys).filter((name) => /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name)),
  );
  const roles = things.flatMap((thing) => {
    const name = (thing as { name?: unknown }).name;
    return typeof name === 'string' && ourRoles.has(name) ? [name] : [];
  });
  return { fields: [...fields].sort().slice(0, 100), roles };
}

function thingsIn(representation: string | undefined): object[] {
  if (representation === undefined) return [];
  try {
    const value = JSON.parse(representation) as unknown;
    return [value].flat().filter((one) => typeof one === 'object' && one !== null);
  } catch {
    return []; // cut off by Keycloak: what is not whole has no names
  }
}
