import type { CodeOf, serviceEventStatus, ServiceType } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId, HandoffId } from './ids.js';

export type ServiceEventStatus = CodeOf<typeof serviceEventStatus>;

/** One contact with the child, as its recorder describes it. */
export interface Contact {
  readonly serviceType: ServiceType;
  readonly status: ServiceEventStatus;
  readonly plannedAt?: Date | undefined;
  readonly occurredAt?: Date | undefined;
  readonly note?: string | undefined;
}

/** A recorded contact. It is not changed later: what became of an appointment is a contact of its own. */
export interface ServiceEvent extends Contact {
  readonly id: string;
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly handoffId?: HandoffId | undefined;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export type RecordRefusal = 'service-blocked' | 'invalid-request';

/**
 * scheduled | attended | no-show | cancelled, each final. What is scheduled needs its planned time;
 * what was attended happened now, unless an earlier time is given.
 */
export function record(contact: Contact, now: Date): Outcome<Contact, RecordRefusal> {
  // Never where a child was sexually exploited: a child is not a party to be reconciled.
  if (contact.serviceType === 'mediation') return refuse('service-blocked');
  const fault = faultIn(contact, now);
  if (fault) return refuse('invalid-request', { errors: [fault] });
  return done(
    contact.status === 'attended' ? { ...contact, occurredAt: contact.occurredAt ?? now } : contact,
  );
}

/** A field of the body that needs correction. */
interface Fault {
  readonly in: 'body';
  readonly pointer: string;
  readonly code: 'required' | 'not-allowed';
}

function faultIn({ status, plannedAt, occurredAt }: Contact, now: Date): Fault | undefined {
  if (occurredAt && occurredAt > now) return { in: 'body', pointer: '/occurredAt', code: 'not-allowed' };
  if (status === 'scheduled' && !plannedAt) return { in: 'body', pointer: '/plannedAt', code: 'required' };
  return undefined;
}
