import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { seldom } from '../../app/query-client.js';
import { useMay, useMe } from '../../app/session/me.js';
import { casesQuery } from '../../data/cases.js';
import { openClocksQuery } from '../../data/clocks.js';
import {
  handoffsQuery,
  isUnmet,
  nextDueAt,
  type Handoff,
  type HandoffBox,
  type HandoffStatus,
} from '../../data/handoffs.js';
import type { Page } from '../../data/page.js';
import { reportsQuery, type ReportStatus } from '../../data/reports.js';
import { successorOf } from '../../data/successor.js';
import { waitingOverridesQuery } from '../../data/overrides.js';
import { closuresQuery } from '../../data/support.js';
import { urgency } from '../../design/time.js';
import { ownNeeds } from './lanes.js';

type Listing<T> = UseInfiniteQueryResult<{ pages: Page<T>[] }>;

const itemsOf = <T>(listing: Listing<T>): readonly T[] =>
  listing.data?.pages.flatMap((page) => page.items) ?? [];

function useHandoffs(box: HandoffBox, status: HandoffStatus, isEnabled: boolean) {
  return useInfiniteQuery({
    ...handoffsQuery({ box, status }),
    enabled: isEnabled,
    refetchInterval: seldom,
  });
}

function useNewestSent(isEnabled: boolean) {
  return useInfiniteQuery({
    ...handoffsQuery({ box: 'outbox' }),
    enabled: isEnabled,
    refetchInterval: seldom,
  });
}

function useReports(status: ReportStatus, isEnabled: boolean) {
  return useInfiniteQuery({
    ...reportsQuery('received', status),
    enabled: isEnabled,
    refetchInterval: seldom,
  });
}

/** Everything that waits for this person's agency, or that it waits for. */
export function useWork() {
  const may = useMay();
  const { agencyId } = useMe();
  const answers = may('handoff:answer');
  const sends = may('handoff:create');
  const triages = may('report:triage');
  const queries = {
    received: useReports('received', triages),
    forwarded: useReports('forwarded', triages),
    incomplete: useReports('insufficient-info', triages),
    sentToUs: useHandoffs('inbox', 'requested', answers),
    confirmed: useHandoffs('inbox', 'received', answers),
    accepted: useHandoffs('inbox', 'accepted', answers),
    inService: useHandoffs('inbox', 'in-progress', answers),
    toCancel: useHandoffs('inbox', 'cancel-requested', answers),
    sentByUs: useHandoffs('outbox', 'requested', sends),
    confirmedByThem: useHandoffs('outbox', 'received', sends),
    newest: useNewestSent(sends),
    cases: useInfiniteQuery({ ...casesQuery, enabled: may('case:read'), refetchInterval: seldom }),
    needs: useQuery({ ...openClocksQuery('referral-need'), enabled: may('clock:read') }),
    closures: useInfiniteQuery({
      ...closuresQuery,
      enabled: may('closure:approve'),
      refetchInterval: seldom,
    }),
    overrides: useInfiniteQuery({ ...waitingOverridesQuery, enabled: may('override:approve') }),
  };
  const all = Object.values(queries);
  return {
    isPending: all.some((query) => query.isLoading),
    error: all.find((query) => query.isError && query.data === undefined)?.error ?? undefined,
    retry: () => void Promise.all(all.filter((query) => query.isError).map((query) => query.refetch())),
    toTriage: [...itemsOf(queries.received), ...itemsOf(queries.forwarded)],
    incomplete: itemsOf(queries.incomplete),
    toAnswer: byDeadline([...itemsOf(queries.sentToUs), ...itemsOf(queries.confirmed)]),
    serving: [...itemsOf(queries.accepted), ...itemsOf(queries.inService)],
    awaited: byDeadline([...itemsOf(queries.sentByUs), ...itemsOf(queries.confirmedByThem)]),
    toCancel: itemsOf(queries.toCancel),
    returned: itemsOf(queries.newest).filter(({ status }) => status === 'returned'),
    declined: unresolved(itemsOf(queries.newest)),
    duties: itemsOf(queries.cases).filter(
      (one) =>
        one.basis === 'custodian' &&
        (one.nextDuty?.state === 'running' || one.nextDuty?.state === 'breached'),
    ),
    needs: ownNeeds(queries.needs.data?.items ?? [], agencyId),
    numberOf: new Map(itemsOf(queries.cases).map(({ id, number }) => [id, number])),
    closures: itemsOf(queries.closures).filter((closure) => closure.mayApprove),
    overrides: itemsOf(queries.overrides).filter(({ isMine }) => !isMine),
  };
}

export type Work = ReturnType<typeof useWork>;

/** Declined or never answered, and the need was not referred again since. */
const unresolved = (sent: readonly Handoff[]): readonly Handoff[] =>
  sent.filter((handoff) => isUnmet(handoff.status) && !successorOf(handoff, sent));

const byDeadline = (handoffs: readonly Handoff[]): readonly Handoff[] =>
  handoffs.toSorted((one, other) => nextDueAt(one).localeCompare(nextDueAt(other)));

/** Overdue, or due within a day: that is what "now" means on the front page. */
export const isPressing = (dueAt: string, now: Date | undefined): boolean =>
  now !== undefined && urgency(dueAt, now) !== 'calm';
