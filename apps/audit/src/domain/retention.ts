/** How long records of one class are kept, from what, by which law, and what happens then. Data: whoever answers for it by law decides. */
export interface RetentionRule {
  readonly recordClass: 'closed-case' | 'access-log';
  /** Grows with each change of the rule; the certificate of a destruction can be read against it. */
  readonly version: number;
  readonly validFrom: string;
  readonly law: string;
  /** The act from which the time runs; of an entry of the log, when it came in. */
  readonly from: 'closure.approve' | 'recorded';
  readonly years: number;
  /** Kept longer where the child is younger than this by then. */
  readonly untilAge?: number;
  /** Proposed to two people of the agency that closed the case, or left to the owner of the database, who alone can drop a part of the log. */
  readonly then: 'propose-destruction' | 'tell-owner';
}

const law =
  'UU 27/2022 art. 44: destroyed when the retention schedule says so, and not while a legal process needs it';

export const closedCase = {
  recordClass: 'closed-case',
  version: 1,
  validFrom: '2024-10-17',
  law,
  from: 'closure.approve',
  years: 10,
  untilAge: 23,
  then: 'propose-destruction',
} as const satisfies RetentionRule;

const accessLog = {
  recordClass: 'access-log',
  version: 1,
  validFrom: '2024-10-17',
  law,
  from: 'recorded',
  years: 10,
  then: 'tell-owner',
} as const satisfies RetentionRule;

/** What the law leaves to each agency's retention schedule (JRA); these hold until one says otherwise. */
export const retentionRules: readonly RetentionRule[] = [closedCase, accessLog];

const adult = 18;

/**
 * When a case that was closed then may go.
 *
 * @param cameOfAge when the child became 18. Where nobody heard of it she may be as young as on the day of the closure.
 */
export function dueAt({ years, untilAge }: RetentionRule, began: Date, cameOfAge: Date | undefined): Date {
  const byTime = yearsAfter(began, years);
  if (untilAge === undefined) return byTime;
  const byAge =
    cameOfAge === undefined ? yearsAfter(began, untilAge) : yearsAfter(cameOfAge, untilAge - adult);
  return byAge > byTime ? byAge : byTime;
}

/** What began before this is over now. */
export const overSince = ({ years }: RetentionRule, now: Date): Date => yearsAfter(now, -years);

function yearsAfter(moment: Date, years: number): Date {
  const then = new Date(moment.getTime());
  then.setUTCFullYear(then.getUTCFullYear() + years);
  return then;
}
