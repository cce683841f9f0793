import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CodeOf, emergencyFinding, emergencyReason } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { seldom } from '../app/query-client.js';
import type { Page } from './page.js';

/** One person read one case for an hour, because a child could not wait, and answers for it. */
export interface Emergency {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly subject: string;
  readonly agencyId: string;
  readonly custodianAgencyId: string;
  readonly reason: CodeOf<typeof emergencyReason>;
  readonly startedAt: string;
  readonly endsAt: string;
  readonly endedAt?: string;
  readonly reviewDueAt: string;
  readonly finding?: CodeOf<typeof emergencyFinding>;
  readonly status: 'running' | 'awaiting-review' | 'reviewed';
  readonly allowedActions: readonly 'review'[];
  /** For whoever wrote it, and for whoever reviews. */
  readonly note?: string;
  readonly findingNote?: string;
}

const path = '/api/intake/v1/emergency-accesses';

export const emergenciesQuery = infiniteQueryOptions({
  queryKey: ['emergencies'],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ limit: '25', ...(pageParam ? { cursor: pageParam } : {}) });
    return callApi<Page<Emergency>>(`${path}?${search}`, { signal });
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchInterval: seldom,
});

interface NewEmergency {
  readonly caseNumber: string;
  readonly reason: Emergency['reason'];
  readonly note: string;
}

export const breakTheGlass = (emergency: NewEmergency, idempotencyKey: string): Promise<unknown> =>
  callApi(path, { method: 'POST', body: emergency, idempotencyKey });

export interface EmergencyReview {
  readonly finding: NonNullable<Emergency['finding']>;
  readonly note?: string;
}

export const reviewEmergency = (
  { id, version }: Pick<Emergency, 'id' | 'version'>,
  review: EmergencyReview,
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`${path}/${id}/reviews`, { method: 'POST', body: review, ifMatch: version, idempotencyKey });
