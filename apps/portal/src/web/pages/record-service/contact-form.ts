import type { ServiceType } from '@rujukan/contracts';
import type { NewContact, ServiceEventStatus } from '../../data/support.js';
import { fromLocalInput } from '../../design/time.js';

export interface ContactForm {
  handoffId: string;
  serviceType: string;
  status: string;
  plannedAt: string;
  occurredAt: string;
  note: string;
}

/** What is sent: an appointment has a planned time, what took place has its own, and neither has the other's. */
export function toContact(form: ContactForm): NewContact {
  const note = form.note.trim();
  const isPlanned = form.status === 'scheduled';
  return {
    serviceType: form.serviceType as ServiceType,
    status: form.status as ServiceEventStatus,
    ...(form.handoffId ? { handoffId: form.handoffId } : {}),
    ...(isPlanned && form.plannedAt ? { plannedAt: fromLocalInput(form.plannedAt) } : {}),
    ...(!isPlanned && form.occurredAt ? { occurredAt: fromLocalInput(form.occurredAt) } : {}),
    ...(note ? { note } : {}),
  };
}
