import { queryOptions } from '@tanstack/react-query';
import { callApi, callText } from '../app/call-api.js';
import { seldom } from '../app/query-client.js';

/** A step of a handoff that this agency can prove, under its place in the log. */
export interface ReceiptLine {
  readonly index: number;
  readonly step: 'handoff.request' | 'handoff.accept' | 'handoff.reject' | 'handoff.complete';
}

const pathOf = (handoffId: string) => `/api/referral/v1/handoffs/${handoffId}/proofs`;

export const receiptsQuery = (handoffId: string) =>
  queryOptions({
    queryKey: ['receipts', handoffId],
    queryFn: ({ signal }) => callApi<{ items: readonly ReceiptLine[] }>(pathOf(handoffId), { signal }),
    refetchInterval: seldom,
  });

/** The file itself; fetched once, whether it is then checked or kept. */
export const receiptQuery = (handoffId: string, index: number) =>
  queryOptions({
    queryKey: ['receipt', handoffId, index],
    queryFn: ({ signal }) => callText(`${pathOf(handoffId)}/${index}`, { signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
