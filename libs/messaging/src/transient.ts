import { PartitionLost } from './partition-lost.js';

// Connection, resources, shutdown, conflict between transactions, lock or statement time-out (PostgreSQL, appendix A).
const sqlStates = /^(08|53|57P)|^(40001|40P01|55P03|57014|25P03)$/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Driver not Connected|already released/i;

/** A prepared statement met a table that a migration has changed since; it is planned anew when it is sent again. */
export const isPlanOutdated = (error: unknown): boolean => {
  const { code, routine } = error as { readonly code?: unknown; readonly routine?: unknown };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
};

/** An outage or a lost race: the same work can succeed when tried again, unchanged. All else is permanent. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof PartitionLost || isPlanOutdated(error)) return true;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (sqlStates.test(code) || network.has(code))) return true;
  return lostConnection.test(error.message) || isTransient(driverError) || isTransient(error.cause);
}
