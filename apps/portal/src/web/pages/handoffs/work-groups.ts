import {
  awaitsAnswer,
  deadlineOf,
  isFinal,
  isUnmet,
  type Handoff,
  type HandoffBox,
} from '../../data/handoffs.js';
import { successorOf } from '../../data/successor.js';

/** What a handoff asks of whoever reads the list, the most pressing first. */
export const groups = ['late', 'turn', 'fresh', 'next', 'waiting', 'running', 'done'] as const;
export type Group = (typeof groups)[number];

interface Seen {
  readonly box: HandoffBox;
  readonly now: Date;
  /** All that are on the list: what was declined may have been asked again. */
  readonly all: readonly Handoff[];
}

export function groupOf(handoff: Handoff, seen: Seen): Group {
  const { status } = handoff;
  const dueAt = deadlineOf(handoff);
  if (dueAt !== undefined && new Date(dueAt) < seen.now) return 'late';
  if (seen.box === 'outbox') return ofSender(handoff, seen);
  if (status === 'requested') return 'fresh';
  if (status === 'received') return 'next';
  if (status === 'cancel-requested') return 'turn';
  if (status === 'returned') return 'waiting';
  return isFinal(status) ? 'done' : 'running';
}

function ofSender(handoff: Handoff, { all }: Seen): Group {
  const { status } = handoff;
  if (status === 'draft' || status === 'returned') return 'turn';
  if (isUnmet(status)) return successorOf(handoff, all) ? 'done' : 'turn';
  if (awaitsAnswer(status) || status === 'cancel-requested') return 'waiting';
  return isFinal(status) ? 'done' : 'running';
}

/** The list as work: by group, and in each what is due first comes first. */
export function workList(
  handoffs: readonly Handoff[],
  seen: Omit<Seen, 'all'>,
): readonly { readonly group: Group; readonly handoffs: readonly Handoff[] }[] {
  const all = [...new Map(handoffs.map((handoff) => [handoff.id, handoff])).values()];
  const at = (handoff: Handoff) => deadlineOf(handoff) ?? '9999';
  const inOrder = all.toSorted(
    (one, other) => at(one).localeCompare(at(other)) || other.requestedAt.localeCompare(one.requestedAt),
  );
  return groups
    .map((group) => ({
      group,
      handoffs: inOrder.filter((handoff) => groupOf(handoff, { ...seen, all }) === group),
    }))
    .filter((one) => one.handoffs.length > 0);
}
