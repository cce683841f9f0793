import { queryOptions } from '@tanstack/react-query';
import type { clockDefinition, clockState, CodeOf, escalationLevel, ServiceType } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { seldom } from '../app/query-client.js';
import type { Handoff } from './handoffs.js';
import type { Page } from './page.js';

/** A deadline: who must act, who waits for it, and how it stands. */
export interface DutyClock {
  readonly id: string;
  readonly definition: CodeOf<typeof clockDefinition>;
  readonly state: CodeOf<typeof clockState>;
  readonly agencyId: string;
  readonly awaitedByAgencyId?: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly escalatedTo?: CodeOf<typeof escalationLevel>;
  readonly handoffId?: string;
  readonly serviceType?: ServiceType;
  readonly caseId?: string;
  /** For oversight, in place of the case. */
  readonly caseRef?: string;
}

export const isOpen = ({ state }: Pick<DutyClock, 'state'>): boolean =>
  state === 'running' || state === 'breached' || state === 'paused';

/** Who must act by when on one handoff; asked again when it has moved, and now and then. */
export const handoffClocksQuery = ({ id, version }: Pick<Handoff, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['clocks', 'handoff', id, version],
    queryFn: ({ signal }) =>
      callApi<{ items: readonly DutyClock[] }>(`/api/referral/v1/handoffs/${id}/clocks`, { signal }),
    refetchInterval: seldom,
  });

/** Open deadlines of one kind that the agency owes or waits for, the first due first. */
export const openClocksQuery = (definition: DutyClock['definition']) =>
  queryOptions({
    queryKey: ['clocks', 'open', definition],
    queryFn: ({ signal }) =>
      callApi<Page<DutyClock>>(`/api/referral/v1/clocks?limit=100&definition=${definition}`, { signal }),
    refetchInterval: seldom,
  });

const owners = ['referral', 'intake'] as const;

/** Open deadlines of one agency at one step. */
export interface BoardGroup {
  readonly agencyId: string;
  readonly definition: DutyClock['definition'];
  readonly running: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly paused: number;
  readonly nextDueAt: string;
}

/** By agency and step, over all services that keep deadlines. */
export const clockBoardQuery = queryOptions({
  queryKey: ['clocks', 'board'],
  queryFn: async ({ signal }) => {
    const boards = await Promise.all(
      owners.map((owner) =>
        callApi<{ groups: readonly BoardGroup[] }>(`/api/${owner}/v1/clock-board`, { signal }),
      ),
    );
    return boards.flatMap(({ groups }) => groups);
  },
  refetchInterval: seldom,
});

/** A page of deadlines from each service, the first due first; for oversight without any case by which somebody could be found. */
async function clocksOfAll(isOversight: boolean, asked: string, signal: AbortSignal): Promise<DutyClock[]> {
  const road = isOversight ? 'oversight/clocks' : 'clocks';
  const pages = await Promise.all(
    owners.map((owner) => callApi<Page<DutyClock>>(`/api/${owner}/v1/${road}?${asked}`, { signal })),
  );
  return pages.flatMap(({ items }) => items).toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
}

/** What is overdue now, the longest first. */
export const overdueClocksQuery = (isOversight: boolean) =>
  queryOptions({
    queryKey: ['clocks', 'overdue', isOversight],
    queryFn: ({ signal }) => clocksOfAll(isOversight, 'standing=overdue&limit=50', signal),
    refetchInterval: seldom,
  });

/** What one agency has open at one step. */
export const stepClocksQuery = ({
  agencyId,
  definition,
  isOversight,
}: Pick<DutyClock, 'agencyId' | 'definition'> & { readonly isOversight: boolean }) =>
  queryOptions({
    queryKey: ['clocks', 'step', agencyId, definition, isOversight],
    queryFn: ({ signal }) =>
      clocksOfAll(isOversight, `${new URLSearchParams({ agencyId, definition, limit: '100' })}`, signal),
    refetchInterval: seldom,
  });
