import type { EntityManager } from 'typeorm';
import type { KafkaRecord } from './kafka.js';

/** A record that could not be handled, or that waits behind one of the same key. */
export interface Parked {
  readonly record: KafkaRecord;
  readonly key: string;
  readonly error: string;
  readonly attempts: number;
}

/**
 * Of these records' keys, those of which an event is parked. While a key is parked its later events must wait behind.
 * Where one is, this waits for an operator's retry of this consumer to end before it answers.
 */
export async function parkedKeys(
  tx: EntityManager,
  consumer: string,
  topic: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const find = (): Promise<{ key: string }[]> =>
    tx.query(
      'select distinct key from parked_event where consumer = $1 and topic = $2 and key = any($3::text[])',
      [consumer, topic, keys],
    );
  if ((await find()).length === 0) return new Set();
  await lockParking(tx, consumer);
  return new Set((await find()).map((row) => row.key));
}

/** One at a time decides about a consumer's parked events, until its transaction ends. */
export const lockParking = (tx: EntityManager, consumer: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtext('parking of ' || $1))`, [consumer]);

export async function park(tx: EntityManager, consumer: string, parked: readonly Parked[]): Promise<void> {
  if (parked.length === 0) return;
  await tx.query(
    `insert into parked_event (consumer, key, event_id, topic, "partition", "offset", headers, bytes, error, attempts)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::jsonb[], $8::bytea[],
       $9::text[], $10::int[])
     on conflict do nothing`,
    [
      consumer,
      parked.map(({ key }) => withoutNul(key)),
      parked.map(({ record }) => withoutNul(record.headers['ce_id'] ?? '')),
      parked.map(({ record }) => record.topic),
      parked.map(({ record }) => record.partition),
      parked.map(({ record }) => record.offset),
      parked.map(({ record }) => JSON.stringify(record.headers).replaceAll('\\u0000', '')),
      parked.map(({ record }) => record.value),
      parked.map(({ error }) => withoutNul(error)),
      parked.map(({ attempts }) => attempts),
    ],
  );
}

// PostgreSQL text cannot hold U+0000, and a malformed record must not stop its partition.
const withoutNul = (text: string): string => text.replaceAll('\0', '');
