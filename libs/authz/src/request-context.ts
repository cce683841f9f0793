import type { Actor } from './actor.js';

/** C create, R read, U update, D delete, E execute (FHIR AuditEvent.action). */
export type AuditAction = 'C' | 'R' | 'U' | 'D' | 'E';

/** Purpose of use (HL7 PurposeOfUse, in the words of this field). */
export const purposes = [
  'case-management',
  'service-provision',
  'child-protection-emergency',
  'law-enforcement',
  'oversight',
  'audit',
  'directory',
  'operations',
] as const;

export type Purpose = (typeof purposes)[number];

/** The act as the route declares it, `handoff.accept` for example. */
export interface DeclaredAct {
  readonly type: string;
  readonly action: AuditAction;
  readonly purpose: Purpose;
}

export interface Idempotency {
  readonly key: string;
  /** SHA-256 of method, route and body, hex. */
  readonly requestHash: string;
}

/** Everything the edge knows about one request, handed down as an argument. */
export interface RequestContext {
  readonly actor: Actor;
  readonly act: DeclaredAct;
  /** Time of the act, from the clock port. */
  readonly now: Date;
  readonly requestId: string;
  /** W3C trace id, 32 hex digits. */
  readonly traceId: string;
  /** Event that caused this act, if one did. */
  readonly causationId?: string;
  readonly idempotency?: Idempotency;
  /** Names of what a search was narrowed by; never what was searched for. */
  readonly criteria?: readonly string[];
  readonly net?: { readonly ip: string; readonly userAgentHash?: string };
}
