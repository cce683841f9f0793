import { randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v7 as uuidv7 } from 'uuid';
import type { Actor, RequestContext } from '@rujukan/authz';
import type { OutboxRow } from '@rujukan/messaging';
import type { Trail } from './trail.js';

export type AuditOutcome = 'success' | 'denied' | 'failed';

export const auditTopic = 'audit.entries';

/** Largest canonical entry in bytes. A longer one is a bug: entries name things and carry no content. */
export const maxEntryBytes = 32 * 1024;

/**
 * The source's part of an audit entry, as the canonical bytes of RFC 8785 (JCS). The sequencer adds `src`, `srcSeq`
 * and `recorded` and changes nothing else. The salt makes the entry's hash unguessable; members are absent, never null.
 *
 * @param id of the entry, where it follows from what is recorded.
 * @throws when the entry exceeds {@link maxEntryBytes}.
 */
export function auditEntry(
  context: RequestContext,
  trail: Trail,
  verdict: { outcome: AuditOutcome; reason?: string },
  id?: string,
): OutboxRow {
  return entryRow(context, trail, verdict, id ?? keptDetail(trail, verdict)?.entryId ?? newId(context));
}

/** What was refused is undone, and its detail with it: then the entry must not speak of one. */
const keptDetail = ({ detail }: Trail, { outcome }: { readonly outcome: AuditOutcome }) =>
  outcome === 'success' ? detail : undefined;

const newId = ({ now }: RequestContext): string => uuidv7({ msecs: now.getTime() });

function entryRow(
  context: RequestContext,
  trail: Trail,
  verdict: { outcome: AuditOutcome; reason?: string },
  id: string,
): OutboxRow {
  const { actor, act } = context;
  const detailHash = keptDetail(trail, verdict)?.hash;
  const entry = {
    v: 1,
    id,
    salt: randomBytes(16).toString('hex'),
    occurred: context.now.toISOString(),
    type: act.type,
    action: act.action,
    outcome: verdict.outcome,
    ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
    purpose: act.purpose,
    actor: actorMember(actor, trail),
    ...authzMember(trail),
    entity: trail.entities,
    subject: [...trail.subjects].sort(),
    ...criteriaMember(context),
    ...(trail.resultCount === undefined ? {} : { resultCount: trail.resultCount }),
    ...(trail.times === undefined ? {} : { times: trail.times }),
    ...(trail.disclosure === undefined ? {} : { disclosure: trail.disclosure }),
    ...(detailHash === undefined ? {} : { detailHash }),
    ...(context.net === undefined ? {} : { net: context.net }),
    requestId: context.requestId,
    traceId: context.traceId,
    ...(context.causationId === undefined ? {} : { causationId: context.causationId }),
  };
  const payload = Buffer.from(canonicalize(entry)!);
  if (payload.length > maxEntryBytes)
    throw new Error(`audit entry of ${act.type} has ${payload.length} bytes`);
  return {
    id,
    topic: auditTopic,
    aggregateType: 'audit',
    aggregateId: id,
    type: 'audit.entry.v1',
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: id,
      ce_type: 'id.rujukan.audit.entry.v1',
    },
    payload,
  };
}

const actorMember = (actor: Actor, { breakGlass }: Trail) => ({
  sub: actor.subject,
  ...(actor.agencyId === null ? {} : { org: actor.agencyId }),
  roles: [...actor.roles].sort(),
  client: actor.clientId,
  kind: actor.kind,
  ...(actor.tokenIdTail === undefined ? {} : { jti: actor.tokenIdTail }),
  ...(breakGlass === undefined ? {} : { breakGlass }),
});

const criteriaMember = ({ criteria = [] }: RequestContext) =>
  criteria.length === 0 ? {} : { criteria: [...criteria].sort() };

const authzMember = ({ policy, lawfulBasis }: Trail) =>
  policy === undefined
    ? {}
    : { authz: { policyId: policy, ...(lawfulBasis === undefined ? {} : { lawfulBasis }) } };
