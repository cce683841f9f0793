import { queryOptions, useQuery } from '@tanstack/react-query';
import type { agencyType, capacityStatus, CodeOf, serviceType } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import type { Page } from './page.js';

export interface Agency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: CodeOf<typeof agencyType>;
  readonly areaCode?: string;
}

export interface OfferedService {
  readonly id: string;
  readonly agencyId: string;
  readonly type: CodeOf<typeof serviceType>;
  readonly name: string;
  readonly capacity: {
    readonly status: CodeOf<typeof capacityStatus>;
    readonly available?: number;
    readonly maximum?: number;
  };
}

const tenMinutes = 600_000;

/** The whole directory of agencies: small, public, and needed to name who holds what. */
export const agenciesQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: () => allPages<Agency>('/api/referral/v1/agencies?limit=100'),
  staleTime: tenMinutes,
  gcTime: tenMinutes,
});

export const servicesQuery = (type: string) =>
  queryOptions({
    queryKey: ['services', type],
    queryFn: () => allPages<OfferedService>(`/api/referral/v1/services?limit=100&type=${type}`),
    enabled: type !== '',
    staleTime: 30_000,
  });

async function allPages<T>(path: string): Promise<readonly T[]> {
  const items: T[] = [];
  let next: string | undefined;
  do {
    const page: Page<T> = await callApi(next ? `${path}&cursor=${encodeURIComponent(next)}` : path);
    items.push(...page.items);
    next = page.next;
  } while (next);
  return items;
}

/** Names an agency by its id; the id itself while the directory is on its way. */
export function useAgencyName(): (id: string | undefined) => string {
  const { data } = useQuery(agenciesQuery);
  return (id) => (id ? (data?.find((agency) => agency.id === id)?.name ?? '…') : '');
}

/** Names an agency by its short code, as witnesses sign; the code itself where the directory does not know it. */
export function useAgencyOfCode(): (code: string) => string {
  const { data } = useQuery(agenciesQuery);
  return (code) => data?.find((agency) => agency.code === code)?.name ?? code;
}

/** The type of an agency by its id; undefined while the directory is on its way. */
export function useAgencyType(): (id: string) => Agency['type'] | undefined {
  const { data } = useQuery(agenciesQuery);
  return (id) => data?.find((agency) => agency.id === id)?.type;
}
