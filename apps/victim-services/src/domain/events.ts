import type { EventData } from '@rujukan/contracts';
import type { Closure } from './closure.js';
import type { Plan } from './plan.js';
import type { ServiceEvent, ServiceEventStatus } from './service-event.js';

/** A fact for other services. It says that something happened, never what was said: whoever may know asks us. */
export interface Fact<Type extends keyof EventData = keyof EventData> {
  readonly type: Type;
  /** Case id: the events of one case stay in order. */
  readonly key: string;
  readonly data: EventData[Type];
}

export const planAgreed = (plan: Plan): Fact<'plan.agreed.v1'> => ({
  type: 'plan.agreed.v1',
  key: plan.caseId,
  data: { caseId: plan.caseId, planId: plan.id, agencyId: plan.agencyId, version: plan.version },
});

export const serviceEventRecorded = (
  event: ServiceEvent,
): Fact<`service-event.${ServiceEventStatus}.v1`> => ({
  type: `service-event.${event.status}.v1`,
  key: event.caseId,
  data: {
    serviceEventId: event.id,
    caseId: event.caseId,
    agencyId: event.agencyId,
    ...(event.handoffId === undefined ? {} : { handoffId: event.handoffId }),
    serviceType: event.serviceType,
    version: 1,
  },
});

export const closureRequested = (closure: Closure): Fact<'case.closure-requested.v1'> => ({
  type: 'case.closure-requested.v1',
  key: closure.caseId,
  data: {
    caseId: closure.caseId,
    closureId: closure.id,
    agencyId: closure.agencyId,
    reason: closure.reason,
  },
});

export const caseClosed = (closure: Closure, closedAt: Date): Fact<'case.closed.v1'> => ({
  type: 'case.closed.v1',
  key: closure.caseId,
  data: {
    caseId: closure.caseId,
    closureId: closure.id,
    agencyId: closure.agencyId,
    reason: closure.reason,
    closedAt: closedAt.toISOString(),
  },
});
