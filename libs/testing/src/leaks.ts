import type { DataSource } from 'typeorm';
import { eventually } from './eventually.js';

const watched = new Set(['TCPSocketWrap', 'TCPServerWrap', 'FSEventWrap']);

const held = (): number => process.getActiveResourcesInfo().filter((kind) => watched.has(kind)).length;

/**
 * Remembers the sockets, servers and watchers that are open now, for a look back after the suite.
 *
 * @returns a check that throws when more of them are still open a second later.
 */
export function leakCheck(): () => Promise<void> {
  const before = held();
  return async () => {
    await eventually('every socket, server and watcher of the suite to be closed', () => held() <= before, {
      withinMs: 1_000,
    });
  };
}

/** Throws while the outbox holds a row: a suite that ran a relay must leave none. */
export async function expectNothingUnpublished(database: DataSource): Promise<void> {
  await eventually('the outbox to be empty', async () => {
    const [row] = await database.query<{ left: number }[]>('select count(*)::int as left from outbox');
    return row?.left === 0;
  });
}
