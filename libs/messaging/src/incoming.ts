import { eventSchemas, topics } from '@rujukan/contracts';
import type { EventType, ReceivedEvent } from './event.js';
import type { KafkaRecord } from './kafka.js';
import { consumerValidatorFor } from './schema-validator.js';

/** What a record turned out to be. */
export type Incoming =
  | {
      readonly kind: 'event';
      readonly record: KafkaRecord;
      readonly key: string;
      readonly event: ReceivedEvent;
    }
  | {
      readonly kind: 'malformed';
      readonly record: KafkaRecord;
      readonly key: string;
      readonly reason: string;
    }
  | { readonly kind: 'ignored' };

const prefix = 'id.rujukan.';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// A consumer that does not understand the class must refuse the event (CloudEvents, data classification).
const knownClasses = new Set(['pseudonymous', 'operational', 'public']);
const topicOf = new Map(topics.flatMap((topic) => topic.types.map((type) => [type, topic] as const)));

/** Reads a record as a CloudEvents 1.0 event in binary mode. Types that nobody here handles are ignored unread. */
export function readRecord(record: KafkaRecord, isHandled: (type: string) => boolean): Incoming {
  const { headers } = record;
  const key = record.key?.toString('utf8') ?? '';
  const type = headers['ce_type']?.startsWith(prefix) ? headers['ce_type'].slice(prefix.length) : undefined;
  if (type !== undefined && !isHandled(type)) return { kind: 'ignored' };
  const reason = envelopeFault(record, type, key);
  if (reason !== undefined || type === undefined)
    return { kind: 'malformed', record, key, reason: reason ?? 'no type' };
  const body = parseBody(record.value, type as EventType);
  if ('reason' in body) return { kind: 'malformed', record, key, reason: body.reason };
  return {
    kind: 'event',
    record,
    key,
    event: {
      id: headers['ce_id']!,
      type: type as EventType,
      source: headers['ce_source']!.slice(1),
      key,
      time: new Date(headers['ce_time']!),
      traceId: headers['traceparent']?.split('-')[1] ?? '',
      correlationId: headers['ce_correlationid'] ?? headers['ce_id']!,
      data: body.data,
    },
  };
}

function envelopeFault(
  { headers, topic }: KafkaRecord,
  type: string | undefined,
  key: string,
): string | undefined {
  if (type === undefined) return 'no type';
  if (headers['ce_specversion'] !== '1.0') return 'not CloudEvents 1.0';
  if (!uuid.test(headers['ce_id'] ?? '')) return 'id is not a UUID';
  if (key === '') return 'no key';
  if (Number.isNaN(Date.parse(headers['ce_time'] ?? ''))) return 'no time';
  if (!knownClasses.has(headers['ce_dataclassification'] ?? '')) return 'unknown data classification';
  const home = topicOf.get(type);
  // The broker is not trusted to say who wrote: a type counts on its owner's topic and from its owner only.
  if (home?.name !== topic || `/${home.owner}` !== headers['ce_source'])
    return 'not from the owner of its type';
  return undefined;
}

function parseBody(value: Buffer, type: EventType): { data: ReceivedEvent['data'] } | { reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(value.toString('utf8'));
  } catch {
    return { reason: 'not JSON' };
  }
  const validate = consumerValidatorFor(eventSchemas[type]);
  if (validate(data)) return { data: data as ReceivedEvent['data'] };
  const where = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.keyword}`);
  return { reason: `does not match its schema: ${where.join(', ')}` };
}
