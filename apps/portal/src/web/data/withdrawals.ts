import { queryOptions } from '@tanstack/react-query';
import type { CodeOf, withdrawalAnswer } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { seldom } from '../app/query-client.js';
import type { Handoff } from './handoffs.js';
import type { Page } from './page.js';

/** Consent is gone: this agency is asked what becomes of its copy of the data, by handoff and never by case. */
export interface WithdrawalNotice {
  readonly id: string;
  readonly version: number;
  readonly handoffs: readonly Pick<Handoff, 'id' | 'number'>[];
  readonly sentAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly answered?: {
    readonly answer: CodeOf<typeof withdrawalAnswer>;
    readonly basis?: Handoff['lawfulBasis'];
    readonly at: string;
  };
}

const path = '/api/referral/v1/withdrawal-notices';

/** All that this agency was asked, the newest first. */
export const withdrawalsQuery = queryOptions({
  queryKey: ['withdrawals'],
  queryFn: ({ signal }) => callApi<Page<WithdrawalNotice>>(`${path}?limit=100`, { signal }),
  refetchInterval: seldom,
});

export interface WithdrawalAnswer {
  readonly answer: CodeOf<typeof withdrawalAnswer>;
  readonly lawfulBasis?: Handoff['lawfulBasis'];
  readonly reason?: string;
}

export const answerWithdrawal = (
  { id, version }: Pick<WithdrawalNotice, 'id' | 'version'>,
  answer: WithdrawalAnswer,
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`${path}/${id}/answers`, { method: 'POST', body: answer, ifMatch: version, idempotencyKey });
