import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CodeOf, overrideReason, overrideStatus, ServiceType } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { often, seldom } from '../app/query-client.js';
import type { Page } from './page.js';

/** An exception: data may travel although somebody entitled said no, because two people answer for it. */
export interface Override {
  readonly id: string;
  readonly version: number;
  readonly status: CodeOf<typeof overrideStatus>;
  readonly basis: WeighingBasis;
  readonly toAgencyId: string;
  readonly serviceType: ServiceType;
  readonly reason: CodeOf<typeof overrideReason>;
  readonly proposedAt: string;
  readonly decidedAt?: string;
  /** Proposed by whoever reads: somebody else has to decide. */
  readonly isMine: boolean;
}

/** One of them among all that wait in the cases of this agency. */
export type WaitingOverride = Override & { readonly caseId: string; readonly caseNumber: string };

export const waitingOverridesQuery = infiniteQueryOptions({
  queryKey: ['overrides', 'waiting'],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ status: 'proposed', limit: '25' });
    if (pageParam) search.set('cursor', pageParam);
    return callApi<Page<WaitingOverride>>(`/api/referral/v1/basis-overrides?${search}`, { signal });
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchInterval: seldom,
});

/** Bases that weigh interests, so that a no has to be weighed too. */
export const weighingBases = ['vital-interest', 'public-task'] as const;
export type WeighingBasis = (typeof weighingBases)[number];

export const isWeighing = (basis: string): basis is WeighingBasis =>
  weighingBases.some((weighing) => weighing === basis);

export const overridesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['overrides', caseId],
    queryFn: ({ signal }) =>
      callApi<{ items: readonly Override[] }>(`/api/referral/v1/cases/${caseId}/basis-overrides`, { signal }),
    refetchInterval: often,
  });

export type Proposal = Pick<Override, 'basis' | 'toAgencyId' | 'serviceType' | 'reason'>;

export const proposeOverride = (
  caseId: string,
  proposal: Proposal,
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`/api/referral/v1/cases/${caseId}/basis-overrides`, {
    method: 'POST',
    body: proposal,
    idempotencyKey,
  });

export const decideOverride = (
  { id, version }: Pick<Override, 'id' | 'version'>,
  verdict: 'approved' | 'refused',
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`/api/referral/v1/basis-overrides/${id}/decisions`, {
    method: 'POST',
    body: { verdict },
    ifMatch: version,
    idempotencyKey,
  });
