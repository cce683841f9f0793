import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { eventSchemas, topics } from '@rujukan/contracts';
import { validatorFor } from './schema-validator.js';
import type { OutgoingEvent } from './event.js';

export interface Envelope {
  /** Owning service, `referral` for example: CloudEvents `source`. */
  readonly source: string;
  readonly traceId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly time: Date;
}

/** One row of the outbox, bytes and headers final: the relay adds nothing but the source number of audit rows. */
export interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
}

const topicOf = new Map(topics.flatMap((topic) => topic.types.map((type) => [type, topic] as const)));

/**
 * Shapes events for the outbox and refuses what the schema does not know.
 *
 * @throws when the data does not match the schema, the key is not the topic's, or the topic has another owner: bugs all.
 */
export function toOutboxRows(events: readonly OutgoingEvent[], envelope: Envelope): OutboxRow[] {
  return events.map(({ type, key, data }) => {
    const topic = topicOf.get(type);
    if (topic?.owner !== envelope.source) throw new Error(`${envelope.source} may not publish ${type}`);
    const validate = validatorFor(eventSchemas[type]);
    if (!validate(data)) throw new Error(`${type} does not match its schema: ${describe(validate.errors)}`);
    if ((data as unknown as Record<string, unknown>)[topic.key] !== key)
      throw new Error(`${type} needs its ${topic.key} as key`);

    const id = uuidv7({ msecs: envelope.time.getTime() });
    return {
      id,
      topic: topic.name,
      aggregateType: topic.key.replace(/Id$/, ''),
      aggregateId: key,
      type,
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: id,
        ce_type: `id.rujukan.${type}`,
        ce_source: `/${envelope.source}`,
        ce_subject: key,
        ce_time: envelope.time.toISOString(),
        ce_correlationid: envelope.correlationId,
        ...(envelope.causationId ? { ce_causationid: envelope.causationId } : {}),
        ce_dataclassification: topic.classification,
        traceparent: `00-${envelope.traceId}-${id.replaceAll('-', '').slice(16)}-01`,
      },
      payload: Buffer.from(JSON.stringify(data)),
    };
  });
}

/** Appends rows inside the caller's transaction: there is no other way to publish. */
export async function appendToOutbox(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(appendToOutboxSql, outboxParameters(rows));
}

export const appendToOutboxSql = `insert into outbox (id, topic, aggregatetype, aggregateid, type, headers, payload)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::bytea[])`;

export const outboxParameters = (rows: readonly OutboxRow[]): unknown[] => [
  rows.map((row) => row.id),
  rows.map((row) => row.topic),
  rows.map((row) => row.aggregateType),
  rows.map((row) => row.aggregateId),
  rows.map((row) => row.type),
  rows.map((row) => JSON.stringify(row.headers)),
  rows.map((row) => row.payload),
];

const describe = (errors: readonly { instancePath: string; keyword: string }[] | null | undefined): string =>
  (errors ?? []).map((error) => `${error.instancePath || '/'} ${error.keyword}`).join(', ');
