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
const knownClasses = new Set(['pseudonymous', 'operational', 'public']);
const topicOf = new Map(topics.flatMap((topic) => topic.types.map((type) => [type, topic] as const)));

/** Reads a record as a CloudEvents 1.0 event in binary mode. Types that nobody here handles are ignored unread. */
export function readRecord(record: KafkaRecord, isHandled: (type: string) => boolean): Incoming {
  const { headers } = record;
  const key = record.key?.toString('utf8') ?? '';
  const type = typeOf(headers);
  if (type !== undefined && !isHandled(type)) return { kind: 'ignored' };
  const fault = faults.find((one) => one.isIn(record, type ?? '', key));
  if (fault) return { kind: 'malformed', record, key, reason: fault.reason };
  const body = parseBody(record.value, type as EventType);
  if ('reason' in body) return { kind: 'malformed', record, key, reason: body.reason };
  const envelope = {
    id: headers['ce_id']!,
    type: type as EventType,
    source: headers['ce_source']!.slice(1),
    time: new Date(headers['ce_time']!),
    ...correlation(headers),
  };
  return { kind: 'event', record, key, event: { ...envelope, key, data: body.data } };
}

type Headers = KafkaRecord['headers'];

const typeOf = (headers: Headers): string | undefined =>
  headers['ce_type']?.startsWith(prefix) ? headers['ce_type'].slice(prefix.length) : undefined;

const correlation = (headers: Headers): { traceId: string; correlationId: string } => ({
  traceId: headers['traceparent']?.split('-')[1] ?? '',
  correlationId: headers['ce_correlationid'] ?? headers['ce_id'] ?? '',
});

interface Fault {
  readonly reason: string;
  isIn(record: KafkaRecord, type: string, key: string): boolean;
}

const faults: readonly Fault[] = [
  { reason: 'no type', isIn: (_, type) => type === '' },
  { reason: 'not CloudEvents 1.0', isIn: ({ headers }) => headers['ce_specversion'] !== '1.0' },
  { reason: 'id is not a UUID', isIn: ({ headers }) => !uuid.test(headers['ce_id'] ?? '') },
  { reason: 'no key', isIn: (_record, _type, key) => key === '' },
  { reason: 'no time', isIn: ({ headers }) => Number.isNaN(Date.parse(headers['ce_time'] ?? '')) },
  {
    // A consumer that does not understand the class must refuse the event (CloudEvents, data classification).
    reason: 'unknown data classification',
    isIn: ({ headers }) => !knownClasses.has(headers['ce_dataclassification'] ?? ''),
  },
  {
    // The broker is not trusted to say who wrote: a type counts on its owner's topic and from its owner only.
    reason: 'not from the owner of its type',
    isIn: ({ headers, topic }, type) => {
      const home = topicOf.get(type);
      return home?.name !== topic || `/${home.owner}` !== headers['ce_source'];
    },
  },
];

function parseBody(value: Buffer, type: EventType): { data: ReceivedEvent['data'] } | { reason: string } {
  const data = parseJson(value);
  if (data === undefined) return { reason: 'not JSON' };
  const validate = consumerValidatorFor(eventSchemas[type]);
  if (validate(data)) return { data: data as ReceivedEvent['data'] };
  const where = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.keyword}`);
  return { reason: `does not match its schema: ${where.join(', ')}` };
}

function parseJson(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    // The parser's message quotes what it met, which must not be kept.
    return undefined;
  }
}
