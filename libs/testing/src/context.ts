import { randomBytes, randomUUID } from 'node:crypto';
import {
  permissionsOf,
  type Actor,
  type DeclaredAct,
  type Permission,
  type RequestContext,
} from '@rujukan/authz';
import { saturdayNight } from './test-clock.js';

export interface ContextOptions {
  /** Null for the platform itself. */
  readonly agencyId: string | null;
  readonly roles?: readonly string[];
  /** In place of what the roles give. */
  readonly permissions?: readonly Permission[];
  readonly subject?: string;
  readonly now?: Date;
  readonly act?: DeclaredAct;
  readonly kind?: Actor['kind'];
  /** Makes the request repeatable under this Idempotency-Key. */
  readonly idempotencyKey?: string;
  /** Stands for the body: two requests with the same key and another body differ here. */
  readonly requestHash?: string;
}

/** What the edge would know about one request of a signed-in person. */
export function contextFor(options: ContextOptions): RequestContext {
  const roles = options.roles ?? [];
  return {
    actor: {
      subject: options.subject ?? randomUUID(),
      agencyId: options.agencyId,
      roles,
      permissions: new Set(options.permissions ?? permissionsOf(roles)),
      clientId: 'test',
      kind: options.kind ?? 'person',
    },
    act: options.act ?? { type: 'test.act', action: 'U', purpose: 'case-management' },
    now: options.now ?? saturdayNight,
    requestId: randomUUID(),
    traceId: randomBytes(16).toString('hex'),
    ...(options.idempotencyKey === undefined
      ? {}
      : { idempotency: { key: options.idempotencyKey, requestHash: options.requestHash ?? 'same' } }),
  };
}
