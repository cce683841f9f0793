import { Pool } from 'pg';
import type { Queries } from './tree.store.js';

export interface SignerPool extends Queries {
  close(): Promise<void>;
}

/** The signer's way to the database, one connection at a time; one that breaks is replaced by the next question. */
export function openSignerPool(url: string): SignerPool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'audit-signer',
    max: 1,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
  });
  // A connection that breaks at rest is told here and nowhere else; whoever asks next gets another.
  pool.on('error', () => undefined);
  return {
    async query<T>(sql: string, parameters: unknown[] = []) {
      return (await pool.query(sql, parameters)).rows as T;
    },
    close: () => pool.end(),
  };
}
