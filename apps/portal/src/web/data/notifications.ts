import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { clockDefinition, CodeOf, notificationKind, RegionCode, ServiceType } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { often, queryClient, seldom } from '../app/query-client.js';
import type { HandoffStatus } from './handoffs.js';
import type { Page } from './page.js';

/** One line that this person's desk was told; who it is about stays with the handoff. */
export interface Notification {
  readonly id: string;
  readonly kind: CodeOf<typeof notificationKind>;
  /** Absent where the news is of no handoff of this agency. */
  readonly handoffId?: string;
  readonly handoffNumber?: string;
  readonly status?: HandoffStatus;
  readonly serviceType?: ServiceType;
  readonly areaCode?: RegionCode;
  /** Of a deadline: what must be done; in the case where it is of no handoff. */
  readonly definition?: CodeOf<typeof clockDefinition>;
  readonly caseId?: string;
  readonly at: string;
  readonly isRead: boolean;
}

export const isOfDeadline = ({ definition }: Pick<Notification, 'definition'>): boolean =>
  definition !== undefined;

interface Notifications extends Page<Notification> {
  /** All that this person has not read, up to a hundred. */
  readonly unread: number;
}

const path = '/api/referral/v1/notifications';

/** What this person has not read yet: the bell counts it, and the lists of work mark it. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => callApi<Notifications>(`${path}?unread=true&limit=100`, { signal }),
  staleTime: 10_000,
  refetchInterval: seldom,
});

/** All of it, newest first. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'all'],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ limit: '25', ...(pageParam ? { cursor: pageParam } : {}) });
    return callApi<Notifications>(`${path}?${search}`, { signal });
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchInterval: often,
});

/** For this person alone: for her colleagues they stay new. */
export async function markRead(ids: readonly string[], idempotencyKey: string): Promise<void> {
  await callApi('/api/referral/v1/notification-readings', { method: 'POST', body: { ids }, idempotencyKey });
  await queryClient.invalidateQueries({ queryKey: ['notifications'] });
}

/** All that is new, a hundred at a time: an audit entry names each of them, and does not grow without end. */
export async function markAllRead(): Promise<void> {
  for (;;) {
    const { items } = await callApi<Notifications>(`${path}?unread=true&limit=100`);
    if (items.length === 0) return;
    await markRead(
      items.map(({ id }) => id),
      crypto.randomUUID(),
    );
  }
}
