import type { EntityManager } from 'typeorm';

/**
 * Takes the keys of these scopes away: what was ever sealed under them is unreadable, for ever. The rows stay, so that
 * nobody makes a scope a new key. A process that used a key shortly before may hold it for five minutes more.
 *
 * @returns the scopes that had a key.
 */
export async function destroyDataKeys(tx: EntityManager, scopeIds: readonly string[]): Promise<string[]> {
  const [rows] = await tx.query<[{ scope_id: string }[], number]>(
    'update data_key set wrapped = null where scope_id = any($1::uuid[]) and wrapped is not null returning scope_id',
    [scopeIds],
  );
  return [...new Set(rows.map((row) => row.scope_id))].sort();
}
