import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { isOpen, isOverdue, ladder, type Definition, type DutyClock, type Level } from '@rujukan/clocks';
import { toClock, type ClockRow } from './clock.row.js';

/** An agency, which sees what it owes or waits for; or oversight, which sees every agency's. */
export type Viewer = { readonly agencyId: string } | 'everyone';

/** How clocks stand, as a board asks for them. */
export const standings = ['open', 'overdue', 'paused', 'ended'] as const;
export type Standing = (typeof standings)[number];

export interface ClockFilter {
  readonly viewer: Viewer;
  readonly agencyId?: string | undefined;
  readonly definition?: Definition | undefined;
  readonly standing: Standing;
  readonly after?: ClockPosition | undefined;
  readonly limit: number;
}

export interface ClockPosition {
  readonly dueAt: string;
  readonly id: string;
}

/** A clock and, where a limit of the law was missed, the reason that was given; its words are still sealed. */
export interface FoundClock {
  readonly clock: DutyClock;
  readonly lateReason?: string;
  readonly lateNote?: Buffer;
}

/** What everyone who may know of a clock is told of it. Whose case it is, is not in it. */
export interface ClockView {
  readonly id: string;
  readonly definition: Definition;
  readonly state: DutyClock['state'];
  readonly agencyId: string;
  readonly awaitedByAgencyId?: string;
  readonly round: number;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
  /** The highest threshold reached, in percent of the time. */
  readonly warned?: number;
  readonly escalatedTo?: Level;
  readonly pausedAt?: Date;
  readonly pauseReason?: string;
  readonly breachedAt?: Date;
  readonly stoppedAt?: Date;
  readonly isLate?: boolean;
}

/** The clocks of one agency by what must be done, and how they stand. */
export interface BoardGroup {
  readonly agencyId: string;
  readonly definition: Definition;
  readonly running: number;
  /** Of those running: four fifths of the time are gone. */
  readonly dueSoon: number;
  readonly overdue: number;
  readonly paused: number;
  readonly nextDueAt: Date;
}

const open = `state in ('running', 'paused', 'breached')`;
const conditionOf: Readonly<Record<Standing, string>> = {
  open,
  overdue: `(state = 'breached' or state = 'running' and due_at < $1)`,
  paused: `state = 'paused'`,
  ended: `state in ('met', 'cancelled')`,
};
const seenBy = '($2::uuid is null or $2 in (agency_id, awaited_by))';

/** In order of deadline. */
export async function findClocks(tx: EntityManager, filter: ClockFilter, now: Date): Promise<FoundClock[]> {
  const rows = await tx.query<ClockRow[]>(
    `select * from duty_clock
      where ${conditionOf[filter.standing]} and ${seenBy}
        and ($3::uuid is null or agency_id = $3) and ($4::text is null or definition = $4)
        and ($5::timestamptz is null or (due_at, id) > ($5::timestamptz, $6::uuid))
        and $1::timestamptz is not null
      order by due_at, id limit $7`,
    [
      now,
      idOf(filter.viewer),
      filter.agencyId ?? null,
      filter.definition ?? null,
      filter.after?.dueAt ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
  return rows.map(toFound);
}

/** All clocks of one case or of one handoff, oldest first. */
export async function findClocksOf(
  tx: EntityManager,
  by: { readonly caseId: string } | { readonly subject: string },
): Promise<FoundClock[]> {
  const [column, id] = 'caseId' in by ? ['case_id', by.caseId] : ['subject', by.subject];
  const rows = await tx.query<ClockRow[]>(
    `select * from duty_clock where ${column} = $1 order by started_at, due_at, id`,
    [id],
  );
  return rows.map(toFound);
}

/** Open clocks counted by agency and by what must be done; who has most overdue first. */
export async function boardOf(tx: EntityManager, viewer: Viewer, now: Date): Promise<BoardGroup[]> {
  return tx.query<BoardGroup[]>(
    `select agency_id as "agencyId", definition,
            (count(*) filter (where state = 'running' and due_at >= $1))::int as running,
            (count(*) filter (where state = 'running' and due_at >= $1 and warned >= 80))::int as "dueSoon",
            (count(*) filter (where ${conditionOf.overdue}))::int as overdue,
            (count(*) filter (where state = 'paused'))::int as paused,
            min(due_at) as "nextDueAt"
       from duty_clock where ${open} and ${seenBy}
      group by agency_id, definition
      order by overdue desc, "nextDueAt", agency_id, definition limit 1000`,
    [now, idOf(viewer)],
  );
}

export const viewOf = (clock: DutyClock, now: Date): ClockView => {
  const rung = ladder[clock.escalated - 1];
  return {
    id: clock.id,
    definition: clock.definition,
    state: clock.state,
    agencyId: clock.agencyId,
    ...(clock.awaitedBy === undefined ? {} : { awaitedByAgencyId: clock.awaitedBy }),
    round: clock.round,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    isOverdue: clock.state !== 'paused' && isOpen(clock) && isOverdue(clock, now),
    ...(clock.warned === 0 ? {} : { warned: clock.warned }),
    ...(rung === undefined ? {} : { escalatedTo: rung.level }),
    ...momentsOf(clock),
  };
};

const momentsOf = (clock: DutyClock) => ({
  ...('pausedAt' in clock ? { pausedAt: clock.pausedAt, pauseReason: clock.pauseReason } : {}),
  ...('breachedAt' in clock ? { breachedAt: clock.breachedAt } : {}),
  ...('stoppedAt' in clock ? { stoppedAt: clock.stoppedAt } : {}),
  ...('isLate' in clock ? { isLate: clock.isLate } : {}),
});

export const positionOf = ({ clock }: FoundClock): ClockPosition => ({
  dueAt: clock.dueAt.toISOString(),
  id: clock.id,
});

/** Which handoff it times, and whose case: the case only to whoever holds or sent it. */
export const referenceOf = (clock: DutyClock, viewer: string | null): ClockReference => ({
  ...subjectOf(clock),
  ...(clock.aspect === '' ? {} : { serviceType: clock.aspect }),
  ...(viewer === (clock.awaitedBy ?? clock.agencyId) ? { caseId: clock.caseId } : {}),
});

interface ClockReference {
  readonly handoffId?: string;
  /** Of a withdrawal of consent that waits for a holder's answer. */
  readonly noticeId?: string;
  readonly serviceType?: string;
  readonly caseId?: string;
}

function subjectOf({
  definition,
  subject,
  caseId,
}: DutyClock): Pick<ClockReference, 'handoffId' | 'noticeId'> {
  if (subject === caseId) return {};
  return definition === 'consent-withdrawal-answer' ? { noticeId: subject } : { handoffId: subject };
}

const idOf = (viewer: Viewer): string | null => (viewer === 'everyone' ? null : viewer.agencyId);

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What oversight calls a case, `S-7Q4M2X9A`: the same from day to day, and no number that anybody else knows. */
export function pseudonymOf(caseId: string): string {
  const digest = createHash('sha256').update(`oversight|${caseId}`).digest();
  return `S-${[...digest.subarray(0, 8)].map((byte) => alphabet[byte & 31]).join('')}`;
}

const toFound = (row: ClockRow): FoundClock => ({
  clock: toClock(row),
  ...(row.late_reason === null ? {} : { lateReason: row.late_reason }),
  ...(row.late_note === null ? {} : { lateNote: row.late_note }),
});
