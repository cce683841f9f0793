import type { clockDefinition, CodeOf } from '@rujukan/contracts';
import { type Limit, hour } from './calendar.js';

export type Definition = CodeOf<typeof clockDefinition>;

/** What the limit rests on: the law states it, the law lets an authority act within it, an agency published it, or it is ours. */
export type LegalClass = 'statutory' | 'statutory-power' | 'service-standard' | 'default';

export type Urgency = 'high' | 'medium' | 'low';

/** Who is told after the deadline passed, in this order, while nothing is done. */
export type Level = 'supervisor' | 'oversight';

/** The limit of the first round, of the second, and so on; the last one holds for every round after it. */
export type Rounds = readonly [Limit, ...Limit[]];

/** One version of a policy. A clock keeps the number of the version under which it was started. */
export interface Policy {
  readonly version: number;
  /** The day from which it holds, `2022-05-09`. */
  readonly from: string;
  /** What starts the clock. */
  readonly starts: string;
  /** Who must act. */
  readonly obliged: string;
  /** Law, published standard or practice. */
  readonly basis: string;
  readonly legalClass: LegalClass;
  readonly limits: Rounds | Readonly<Record<Urgency, Rounds>>;
}

/** Shares of the time at which whoever must act is warned. */
export const thresholds = [50, 80, 100] as const;
export type Threshold = (typeof thresholds)[number];

/** Each rung with the time after the deadline at which it is reached. */
export const ladder: readonly { readonly level: Level; readonly after: number }[] = [
  { level: 'supervisor', after: 0 },
  { level: 'oversight', after: 24 * hour },
];

/** Limits that the law states run on whatever happens; what agencies agreed among themselves may wait. */
export const mayPause = ({ legalClass }: Policy): boolean =>
  legalClass === 'service-standard' || legalClass === 'default';

/** A duty that the law imposes: missing it asks for a written reason. */
export const isStatutory = ({ legalClass }: Policy): boolean => legalClass === 'statutory';

/** The version in force at an instant; before the first one, the first: a duty is never without limit. */
export function inForce(versions: readonly Policy[], at: Date): Policy {
  const reached = versions.filter(({ from }) => Date.parse(`${from}T00:00:00+07:00`) <= at.getTime());
  const policy = reached.at(-1) ?? versions[0];
  if (!policy) throw new Error('a policy without a version');
  return policy;
}

/**
 * The limit of a round. A policy that tells urgencies apart takes the strictest where none is given: nobody waits
 * because nobody asked.
 *
 * @param round counted from 1
 */
export function limitOf({ limits }: Policy, urgency: Urgency | undefined, round: number): Limit {
  const rounds: Rounds = isOne(limits) ? limits : limits[urgency ?? 'high'];
  return rounds[Math.min(round, rounds.length) - 1] ?? rounds[0];
}

const isOne = (limits: Policy['limits']): limits is Rounds => Array.isArray(limits);
