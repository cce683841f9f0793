import type { EntityManager } from 'typeorm';
import { describe, type InboxOptions } from './inbox.js';
import { readRecord } from './incoming.js';
import { lockParking } from './parking.js';
import { isTransient } from './transient.js';

interface ParkedRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly is_released: boolean;
}

/**
 * Handles parked events of the keys that an operator has released, in their order, each at most once. A key flows again
 * when its last parked event is handled; at the first that fails again the rest of its key stays parked.
 *
 * @returns how many events left the parking place.
 */
export async function retryParked(options: InboxOptions): Promise<number> {
  const { consumer, database } = options;
  const keys = await database.query<{ topic: string; key: string }[]>(
    'select distinct topic, key from parked_event where consumer = $1 and is_released',
    [consumer],
  );
  let left = 0;
  for (const { topic, key } of keys) {
    left += await database.transaction(async (tx) => {
      await lockParking(tx, consumer);
      return retryKey(tx, options, topic, key);
    });
  }
  return left;
}

async function retryKey(
  tx: EntityManager,
  options: InboxOptions,
  topic: string,
  key: string,
): Promise<number> {
  const rows = await tx.query<ParkedRow[]>(
    `select topic, "partition", "offset", key, headers, bytes, is_released from parked_event
     where consumer = $1 and topic = $2 and key = $3 order by "partition", "offset"`,
    [options.consumer, topic, key],
  );
  // Another worker may have tried in the meantime, and put the key back.
  if (!rows.some((row) => row.is_released)) return 0;
  let left = 0;
  for (const row of rows) {
    const fault = await retryRow(tx, options, row);
    if (fault !== undefined) {
      await holdAgain(tx, options.consumer, row, fault);
      return left;
    }
    await tx.query(
      'delete from parked_event where consumer = $1 and topic = $2 and "partition" = $3 and "offset" = $4',
      [options.consumer, row.topic, row.partition, row.offset],
    );
    left += 1;
  }
  return left;
}

/** @returns why it failed, or undefined when the event is handled now or was before. */
async function retryRow(
  tx: EntityManager,
  { consumer, handlerFor }: InboxOptions,
  row: ParkedRow,
): Promise<string | undefined> {
  const record = { ...row, key: Buffer.from(row.key), value: row.bytes, timestamp: new Date(0) };
  const incoming = readRecord(record, (type) => handlerFor(type) !== undefined);
  if (incoming.kind === 'ignored') return undefined;
  if (incoming.kind === 'malformed') return incoming.reason;
  const { event } = incoming;
  try {
    await tx.transaction(async (nested) => {
      const fresh = await nested.query<unknown[]>(
        'insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id',
        [consumer, event.id],
      );
      if (fresh.length === 0) return;
      await handlerFor(event.type)?.(event, { tx: nested });
      await nested.query('set constraints all immediate');
    });
    return undefined;
  } catch (error) {
    if (isTransient(error)) throw error;
    return describe(error);
  }
}

async function holdAgain(tx: EntityManager, consumer: string, row: ParkedRow, fault: string): Promise<void> {
  await tx.query(
    'update parked_event set is_released = false where consumer = $1 and topic = $2 and key = $3',
    [consumer, row.topic, row.key],
  );
  await tx.query(
    `update parked_event set error = $5, attempts = attempts + 1
     where consumer = $1 and topic = $2 and "partition" = $3 and "offset" = $4`,
    [consumer, row.topic, row.partition, row.offset, fault],
  );
}
