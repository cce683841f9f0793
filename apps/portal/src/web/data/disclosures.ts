import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CodeOf, FieldGroup, purposeOfUse } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { seldom } from '../app/query-client.js';
import type { Handoff } from './handoffs.js';
import type { Page } from './page.js';

/** One line of the ledger: who got what of the file, when, what for, on which basis, until when. */
export interface Disclosure extends Pick<Handoff, 'lawfulBasis'> {
  readonly kind: Handoff['kind'] | 'emergency';
  /** Absent where an agency opened the file itself, in an emergency. */
  readonly handoffId?: string;
  readonly accessId?: string;
  readonly to: { readonly agencyId: string; readonly name?: string };
  readonly fieldGroups: readonly FieldGroup[];
  readonly purpose: CodeOf<typeof purposeOfUse>;
  readonly disclosedAt: string;
  /** Absent while it may still read. */
  readonly until?: string;
}

export const disclosuresQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: ['disclosures', caseId],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: '25', ...(pageParam ? { cursor: pageParam } : {}) });
      return callApi<Page<Disclosure>>(`/api/referral/v1/cases/${caseId}/disclosures?${search}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: seldom,
  });
