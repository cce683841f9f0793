import { grouped } from './grouped.js';
import { fact, named, type LogEntry } from './log-entry.js';

/** That an agency had to do with a case, from one instant to another, as entries say. */
export interface Relation {
  readonly agency: string;
  readonly case: string;
  readonly basis: 'custody' | 'handoff' | 'emergency' | 'asked';
  readonly from: string;
  /** Absent while it lasts. */
  readonly until?: string;
  readonly entries: readonly LogEntry[];
}

/** Kinds of act that open, move or end a relation. */
export const relationTypes: readonly string[] = [
  'report.accept',
  'custody.open',
  'custody.move',
  'custody.sign-rollback',
  'handoff.request',
  'handoff.send',
  'handoff.request-openly',
  'handoff.refer-onward',
  'handoff.accept',
  'access.grant',
  'access.revoke',
  'case.close',
  'break-glass.start',
  'break-glass.end',
];

/**
 * The relations that entries tell of. A service learns of an end seconds after another: whoever read in one service is
 * judged by what that service knew.
 *
 * @param src the service in which somebody acted; absent for the earliest end that is known anywhere.
 */
export function relationsOf(entries: readonly LogEntry[], src?: string): Relation[] {
  const done = entries.filter(({ outcome }) => outcome === 'success');
  return [...custodies(done, src), ...handoffs(done, src), ...emergencies(done), ...asked(done)];
}

/** Relations that were open for this agency at this instant. */
export const openAt = (
  relations: readonly Relation[],
  agency: string | undefined,
  caseId: string,
  at: string,
): Relation[] =>
  relations.filter(
    (one) =>
      one.agency === agency &&
      one.case === caseId &&
      one.from <= at &&
      (one.until === undefined || at <= one.until),
  );

interface Move {
  readonly from: string;
  readonly to: string;
  readonly case: string;
  readonly entries: readonly LogEntry[];
}

/** Each time custody moved: the acceptance itself, and where other services followed. */
export function custodyMoves(entries: readonly LogEntry[]): Move[] {
  const moving = entries.filter(
    (entry) =>
      entry.outcome === 'success' &&
      entry.disclosure &&
      (entry.type === 'custody.move' || named(entry, 'custody').length > 0),
  );
  const moves = grouped(
    moving,
    ({ disclosure, subject }) => `${disclosure?.receiptId}/${disclosure?.toOrg}/${subject[0]}`,
  );
  return [...moves.values()].map((told) => ({
    from: told[0]!.disclosure!.fromOrg,
    to: told[0]!.disclosure!.toOrg,
    case: told[0]!.subject[0]!,
    entries: told,
  }));
}

/** When it happened for this service, or else when it happened first. */
export function instantOf(entries: readonly LogEntry[], src?: string): string | undefined {
  const here = entries.filter((entry) => entry.src === src);
  return (here.length > 0 ? here : entries).map(({ occurred }) => occurred).sort()[0];
}

function custodies(entries: readonly LogEntry[], src: string | undefined): Relation[] {
  const opened = entries.flatMap((entry) => {
    const custodian =
      entry.type === 'report.accept' ? entry.actor.org : fact(named(entry, 'custody')[0], 'agency');
    if (custodian === undefined || !['report.accept', 'custody.open'].includes(entry.type)) return [];
    return entry.subject.map((one) => ({
      agency: custodian,
      case: one,
      from: entry.occurred,
      entries: [entry],
    }));
  });
  const moves = custodyMoves(entries);
  const taken = moves.map((move) => ({
    agency: move.to,
    case: move.case,
    from: move.entries.map(({ occurred }) => occurred).sort()[0]!,
    entries: move.entries,
  }));
  return [...opened, ...taken].map((start): Relation => {
    const end = moves
      .filter((move) => move.from === start.agency && move.case === start.case)
      .map((move) => ({ at: instantOf(move.entries, src)!, entries: move.entries }))
      .filter(({ at }) => at > start.from)
      .sort((one, other) => (one.at < other.at ? -1 : 1))[0];
    return {
      ...start,
      basis: 'custody',
      entries: [...start.entries, ...(end?.entries ?? [])],
      ...(end ? { until: end.at } : {}),
    };
  });
}

function handoffs(entries: readonly LogEntry[], src: string | undefined): Relation[] {
  const granted = entries.filter(
    (entry) =>
      entry.disclosure &&
      (entry.type === 'access.grant' ||
        (entry.type === 'handoff.accept' && named(entry, 'custody').length === 0)),
  );
  return [...grouped(granted, ({ disclosure }) => disclosure!.receiptId)].map(([handoff, told]) => {
    const ends = entries.filter(
      (entry) =>
        (entry.type === 'access.revoke' && named(entry, 'handoff').some(({ id }) => id === handoff)) ||
        (entry.type === 'case.close' && entry.subject.includes(told[0]!.subject[0] ?? '')),
    );
    const until = instantOf(ends, src);
    return {
      agency: told[0]!.disclosure!.toOrg,
      case: told[0]!.subject[0] ?? '',
      basis: 'handoff',
      from: told.map(({ occurred }) => occurred).sort()[0]!,
      entries: [...told, ...ends],
      ...(until === undefined ? {} : { until }),
    };
  });
}

/** Opened by one person for an hour, and ended by the service. */
const emergencies = (entries: readonly LogEntry[]): Relation[] =>
  entries
    .filter(({ type, disclosure }) => type === 'break-glass.start' && disclosure)
    .map((start) => {
      const end = endOfEmergency(start, entries);
      return {
        agency: start.disclosure!.toOrg,
        case: start.subject[0] ?? '',
        basis: 'emergency',
        from: start.occurred,
        entries: end ? [start, end] : [start],
        ...(end ? { until: end.occurred } : {}),
      };
    });

export const endOfEmergency = (
  { disclosure }: LogEntry,
  entries: readonly LogEntry[],
): LogEntry | undefined =>
  entries.find(
    (entry) =>
      entry.type === 'break-glass.end' &&
      named(entry, 'emergency-access').some(({ id }) => id === disclosure?.receiptId),
  );

/** Who was asked may look at the envelope, from then on: it is what it was asked about. */
const asked = (entries: readonly LogEntry[]): Relation[] =>
  entries.flatMap((entry) =>
    named(entry, 'handoff').flatMap((handoff) => {
      const to = fact(handoff, 'to');
      return to === undefined || entry.subject[0] === undefined
        ? []
        : [
            {
              agency: to,
              case: entry.subject[0],
              basis: 'asked',
              from: entry.occurred,
              entries: [entry],
            } as const,
          ];
    }),
  );
