import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from '../app/call-api.js';
import type { Page } from './page.js';

/** What somebody did, as the audit service keeps it: names of things and of fields, never their content. */
export interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly occurred: string;
  readonly recorded: string;
  readonly type: string;
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly outcome: 'success' | 'denied' | 'failed';
  readonly reason?: string;
  readonly purpose?: string;
  readonly actor: {
    readonly sub: string;
    readonly org?: string;
    readonly roles?: readonly string[];
    readonly client?: string;
    readonly kind?: 'person' | 'agency-system' | 'service';
  };
  readonly entity: readonly {
    readonly type: string;
    readonly id: string;
    readonly version?: number;
    readonly fields?: readonly string[];
  }[];
  readonly subject: readonly string[];
  readonly resultCount?: number;
  readonly disclosure?: { readonly fromOrg: string; readonly toOrg: string; readonly receiptId: string };
  readonly requestId?: string;
  readonly src: string;
  readonly srcSeq: number;
}

/** The auditor's question. Ids only: nothing of it names a person. */
export interface EntryFilter {
  readonly case?: string | undefined;
  readonly actor?: string | undefined;
  readonly agency?: string | undefined;
  readonly outcome?: Entry['outcome'] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const entriesQuery = (filter: EntryFilter) =>
  infiniteQueryOptions({
    queryKey: ['entries', filter],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: '50' });
      for (const [name, value] of Object.entries(filter)) if (value) search.set(name, String(value));
      if (pageParam) search.set('cursor', pageParam);
      return callApi<Page<Entry>>(`/api/audit/v1/entries?${search}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // Asking leaves an entry itself, so the page asks when the auditor does, and not by itself.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

interface Provable {
  readonly seq: number;
  readonly entry: Omit<Entry, 'seq'>;
}

export const entryQuery = (seq: string) =>
  queryOptions({
    queryKey: ['entry', seq],
    // With its bytes, as a proof needs them; the page shows what is in them.
    queryFn: async ({ signal }): Promise<Entry> => {
      const { entry, seq: place } = await callApi<Provable>(`/api/audit/v1/entries/${seq}`, { signal });
      return { ...entry, seq: place };
    },
    staleTime: Infinity,
  });
