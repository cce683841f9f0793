import { QueryFailedError } from 'typeorm';
import { isPlanOutdated } from '@rujukan/messaging';

const codeOf = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;

/** A unique rule said no; with a name, that rule. */
export function isConflict(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== '23505') return false;
  const name = ((error as QueryFailedError).driverError as { constraint?: string }).constraint;
  return constraint === undefined || name === constraint;
}

/** Deadlock, serialization failure, a plan older than its table: the same work can succeed when tried again. */
const isWorthRepeating = (error: unknown): boolean =>
  ['40001', '40P01'].includes(codeOf(error) ?? '') ||
  (error instanceof QueryFailedError && isPlanOutdated(error.driverError));

/** A read was done and its audit entry could not be written: nothing of it may be told. */
export class NotRecorded extends Error {
  constructor(override readonly cause: unknown) {
    super('the audit entry of a read could not be written');
    this.name = 'NotRecorded';
  }
}

/** PostgreSQL cannot be reached, is going down or takes no record; nothing was decided by it. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof NotRecorded) return true;
  const code = codeOf(error) ?? (error as { code?: string }).code ?? '';
  if (/^(08|57P|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code))
    return true;
  return (
    error instanceof Error &&
    /terminated|timeout exceeded when trying to connect|not queryable|already released|Driver not Connected/i.test(
      error.message,
    )
  );
}

/** Repeats work that met a deadlock, at most twice more. */
export async function withRetry<T>(work: () => Promise<T>, left = 2): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (left === 0 || !isWorthRepeating(error)) throw error;
    return withRetry(work, left - 1);
  }
}
