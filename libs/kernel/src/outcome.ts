/** The answer to an act that the business may refuse: a value, so that it shows in the type and cannot be overlooked. */
export type Outcome<T, Reason extends string> = Done<T> | Refusal<Reason>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refusal<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
  /** What the caller can do about it, for example `{ allowedActions: ['accept'] }`. Never a personal value. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export function refuse<Reason extends string>(
  reason: Reason,
  details?: Readonly<Record<string, unknown>>,
): Refusal<Reason> {
  return details === undefined ? { ok: false, reason } : { ok: false, reason, details };
}
