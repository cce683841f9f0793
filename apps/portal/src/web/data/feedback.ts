import { queryOptions } from '@tanstack/react-query';
import type { CodeOf, feedbackProgress } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { seldom } from '../app/query-client.js';

/** A word of the receiver to the sender on how it goes. */
export interface Feedback {
  readonly id: string;
  readonly at: string;
  readonly progress: CodeOf<typeof feedbackProgress>;
  readonly note?: string;
}

const pathOf = (handoffId: string) => `/api/referral/v1/handoffs/${handoffId}/feedback`;

export const feedbackQuery = (handoffId: string) =>
  queryOptions({
    queryKey: ['feedback', handoffId],
    queryFn: ({ signal }) => callApi<{ items: readonly Feedback[] }>(pathOf(handoffId), { signal }),
    refetchInterval: seldom,
  });

export const giveFeedback = (
  handoffId: string,
  { progress, note }: Pick<Feedback, 'progress'> & { readonly note: string },
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(pathOf(handoffId), {
    method: 'POST',
    body: { progress, ...(note ? { note } : {}) },
    idempotencyKey,
  });
