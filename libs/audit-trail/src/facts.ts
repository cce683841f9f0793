/**
 * What an entry says of a record besides its id, so that a question can be answered from the log alone: ids of agencies
 * and records, codes, and instants as RFC 3339 text. The names are closed, and no value can be a name or a sentence.
 */
export interface Facts {
  /** Which duty a clock times, and how it stands: `running`, `breached`, `met`. */
  readonly definition?: string;
  readonly state?: string;
  /** What is timed: id of a case, a handoff, a request. */
  readonly timed?: string;
  /** When it must be done. */
  readonly due?: string;
  /** Whether it was done after that. */
  readonly isLate?: boolean;
  /** Why, as a code. */
  readonly why?: string;
  /** The agency that must act, or that a record belongs to. */
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  /** Type of service that is asked for. */
  readonly service?: string;
  readonly kind?: string;
  /** The consent that an act rests on. */
  readonly consent?: string;
  readonly status?: string;
  readonly givenBy?: string;
  readonly isGuardianSuspect?: boolean;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Whether a second person must agree. */
  readonly isApprovalNeeded?: boolean;
  /** SHA-256 (hex) of what lists the files of an export. */
  readonly manifest?: string;
  /** SHA-256, hex, over the hashes of what was destroyed. */
  readonly destroyed?: string;
}

const code = /^[a-z0-9]+(?:[-.:][a-z0-9]+)*$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** @throws where a value is neither an id, nor a code, nor an instant: a fact never says what a person said or is called. */
export function checkFacts(facts: Facts): void {
  for (const [name, value] of Object.entries(facts))
    if (typeof value === 'string' && (value.length > 64 || !(code.test(value) || instant.test(value))))
      throw new Error(`the fact ${name} is no id, code or instant`);
}
