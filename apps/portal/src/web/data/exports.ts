import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CodeOf, exportReason } from '@rujukan/contracts';
import { callApi, callFile } from '../app/call-api.js';
import { often, seldom } from '../app/query-client.js';
import type { Page } from './page.js';

/** Which entries are wanted; what is absent does not narrow. */
export interface ExportCriteria {
  readonly case?: string | undefined;
  readonly agency?: string | undefined;
  readonly outcome?: 'success' | 'denied' | 'failed' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface NewExport {
  readonly reason: CodeOf<typeof exportReason>;
  readonly criteria: ExportCriteria;
}

/** Entries of the log as a file, with all that it takes to check them elsewhere. */
export interface Export extends NewExport {
  readonly id: string;
  readonly status: 'waiting' | 'requested' | 'made' | 'ready' | 'purged';
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly entries: number;
  readonly entriesDone: number;
  readonly approvedBy: string | null;
  /** SHA-256 of the manifest, once there is one. */
  readonly manifest: string | null;
  readonly purgeAt: string | null;
}

const path = '/api/audit/v1/audit/exports';

const isBeingMade = ({ status }: Export): boolean => status === 'requested' || status === 'made';

export const exportsQuery = infiniteQueryOptions({
  queryKey: ['exports'],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ limit: '25', ...(pageParam ? { cursor: pageParam } : {}) });
    return callApi<Page<Export>>(`${path}?${search}`, { signal });
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  // Somebody waits for a package while it is made; otherwise each look would only be one more entry.
  refetchInterval: (query) =>
    query.state.data?.pages.some(({ items }) => items.some(isBeingMade)) ? often(query) : seldom(query),
});

export const requestExport = (wanted: NewExport, idempotencyKey: string): Promise<unknown> =>
  callApi(path, { method: 'POST', body: wanted, idempotencyKey });

export const approveExport = (id: string, idempotencyKey: string): Promise<unknown> =>
  callApi(`${path}/${id}/approvals`, { method: 'POST', body: {}, idempotencyKey });

export const downloadExport = (id: string): Promise<Blob> => callFile(`${path}/${id}/file`);
