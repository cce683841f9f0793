import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { closureReason, CodeOf, serviceEventStatus, ServiceType } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { often, seldom } from '../app/query-client.js';
import type { Page } from './page.js';

export type ServiceEventStatus = CodeOf<typeof serviceEventStatus>;
export type ClosureReason = CodeOf<typeof closureReason>;

export interface SupportPlan {
  readonly id: string;
  readonly version: number;
  readonly agencyId: string;
  readonly agreedAt: string;
  readonly objective: string;
  readonly actions: readonly string[];
  readonly plannedEnd?: string;
}

export interface SupportContact {
  readonly id: string;
  readonly agencyId: string;
  readonly handoffId?: string;
  readonly serviceType: ServiceType;
  readonly status: ServiceEventStatus;
  readonly plannedAt?: string;
  readonly occurredAt?: string;
  readonly recordedAt: string;
  readonly hasNote: boolean;
  readonly note?: string;
}

export type SupportAction = 'agree-plan' | 'record-service-event' | 'request-closure' | 'approve-closure';

export interface Support {
  readonly caseId: string;
  readonly basis: 'custodian' | 'handoff';
  /** Of the plan; 0 while there is none. */
  readonly version: number;
  readonly plan?: SupportPlan;
  readonly serviceEvents: readonly SupportContact[];
  readonly closure?: {
    readonly id: string;
    readonly version: number;
    readonly status: 'requested' | 'approved' | 'lapsed';
    readonly reason: ClosureReason;
    readonly note?: string;
    readonly requestedAt: string;
  };
  readonly allowedActions: readonly SupportAction[];
}

export interface SupportTimelineEntry {
  readonly at: string;
  readonly type:
    | 'plan.agreed'
    | `service-event.${ServiceEventStatus}`
    | 'closure.requested'
    | 'closure.lapsed'
    | 'case.closed';
  readonly agencyId: string;
  readonly entity: { readonly type: string; readonly id: string };
  /** Service type of a contact, reason of a closure. */
  readonly code?: string;
}

export interface ClosureItem {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly status: 'requested' | 'approved' | 'lapsed';
  readonly reason: ClosureReason;
  readonly requestedAt: string;
  readonly version: number;
  readonly mayApprove: boolean;
}

const base = '/api/victim-services/v1';

export const supportQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['support', caseId],
    queryFn: ({ signal }) => callApi<Support>(`${base}/cases/${caseId}/support`, { signal }),
  });

/** Without a word of what was said, so that the page can look often. */
export const supportTimelineQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['timeline', 'support', caseId],
    queryFn: ({ signal }) =>
      callApi<Page<SupportTimelineEntry>>(`${base}/cases/${caseId}/timeline?limit=100`, { signal }),
    refetchInterval: seldom,
  });

export const closuresQuery = infiniteQueryOptions({
  queryKey: ['closures'],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ status: 'requested', limit: '25' });
    if (pageParam) search.set('cursor', pageParam);
    return callApi<Page<ClosureItem>>(`${base}/closure-requests?${search}`, { signal });
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchInterval: often,
});

export interface PlanDraft {
  readonly objective: string;
  readonly actions: readonly string[];
  readonly plannedEnd?: string;
}

/** @param seen version of the plan that its author had read; 0 where there was none. */
export const agreePlan = (caseId: string, plan: PlanDraft, seen: number): Promise<{ version: number }> =>
  callApi(`${base}/cases/${caseId}/plan`, { method: 'PUT', body: plan, ifMatch: seen });

export interface NewContact {
  readonly handoffId?: string;
  readonly serviceType: ServiceType;
  readonly status: ServiceEventStatus;
  readonly plannedAt?: string;
  readonly occurredAt?: string;
  readonly note?: string;
}

export const recordContact = (
  caseId: string,
  contact: NewContact,
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`${base}/cases/${caseId}/service-events`, { method: 'POST', body: contact, idempotencyKey });

export const requestClosure = (
  caseId: string,
  closure: { reason: ClosureReason; note?: string },
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`${base}/cases/${caseId}/closure-requests`, { method: 'POST', body: closure, idempotencyKey });

export const approveClosure = (
  closure: { readonly id: string; readonly version: number },
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`${base}/closure-requests/${closure.id}/approvals`, {
    method: 'POST',
    body: {},
    ifMatch: closure.version,
    idempotencyKey,
  });
