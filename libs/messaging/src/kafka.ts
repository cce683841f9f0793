// The only file that knows the Kafka client: everything else speaks of records, publishers and consumer sessions.
import kafkajs, {
  Kafka,
  logLevel,
  Partitioners,
  type Consumer,
  type EachBatchPayload,
  type KafkaMessage,
} from 'kafkajs';
import type { Log } from './log.js';

export interface KafkaAddress {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** Names the process in the broker's own logs, `referral-relay` for example. */
  readonly clientId: string;
  readonly log: Log;
}

/** A record as the broker holds it, its value untouched. */
export interface KafkaRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
  readonly timestamp: Date;
}

export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

export interface Publisher {
  /** Resolves when every replica in sync holds every record. After a rejection the publisher must be dropped. */
  publish(records: readonly OutgoingRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** What a batch may ask of its session while it works. */
export interface BatchControl {
  /** Tells the broker that this member lives. @throws when the partition was given to another member. */
  heartbeat(): Promise<void>;
  /** False when the consumer is being stopped: finish or give up, then return. */
  isRunning(): boolean;
}

export interface SessionOptions extends KafkaAddress {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Most records handed over at once. */
  readonly batchSize: number;
  /** Partitions worked on at the same time. */
  readonly concurrency: number;
  /** Offsets are committed after it gives true; false leaves the batch to be fetched again. */
  onBatch(records: readonly KafkaRecord[], control: BatchControl): Promise<boolean>;
  onJoined(): void;
}

export interface SessionEnd {
  readonly error: Error;
  /** False when trying again cannot help: wrong credentials, unsupported protocol. */
  readonly isRetriable: boolean;
}

export interface Session {
  /** Resolves when the client gave up; a stopped session never ends by itself. */
  readonly ended: Promise<SessionEnd>;
  /** Stops fetching, lets the running batches finish, leaves the group. */
  stop(): Promise<void>;
}

/** An idempotent producer with one send in flight, which is what keeps order through the client's own retries. */
export async function openPublisher(address: KafkaAddress): Promise<Publisher> {
  const producer = clientFor(address).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
  });
  await producer.connect();
  return {
    async publish(records) {
      const byTopic = new Map<string, { key: string; headers: Record<string, string>; value: Buffer }[]>();
      for (const { topic, key, headers, value } of records) {
        const message = { key, headers: { ...headers }, value };
        byTopic.set(topic, [...(byTopic.get(topic) ?? []), message]);
      }
      if (byTopic.size > 0)
        await producer.sendBatch({
          acks: -1,
          timeout: 10_000,
          topicMessages: [...byTopic].map(([topic, messages]) => ({ topic, messages })),
        });
    },
    close: () => producer.disconnect(),
  };
}

/** Joins the group and consumes until stopped or until the client gives up. It is never restarted by the client. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const consumer = clientFor(options).consumer({
    groupId: options.groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: 2_000,
    rebalanceTimeout: 15_000,
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: false,
    retry: {
      retries: 5,
      initialRetryTime: 100,
      maxRetryTime: 2_000,
      restartOnFailure: () => Promise.resolve(false),
    },
  });
  const ended = new Promise<SessionEnd>((resolve) => {
    consumer.on(consumer.events.CRASH, ({ payload: { error } }) => {
      resolve({ error, isRetriable: mayHeal(error) });
    });
  });
  consumer.on(consumer.events.GROUP_JOIN, () => {
    options.onJoined();
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: options.concurrency,
      eachBatch: (payload) => workThrough(payload, options),
    });
  } catch (error) {
    await closeQuietly(consumer, options.log);
    throw error;
  }
  return { ended, stop: () => closeQuietly(consumer, options.log) };
}

async function workThrough(payload: EachBatchPayload, options: SessionOptions): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  const control: BatchControl = {
    heartbeat: () => payload.heartbeat(),
    isRunning: () => payload.isRunning() && !payload.isStale(),
  };
  for (let start = 0; start < messages.length; start += options.batchSize) {
    const chunk = messages.slice(start, start + options.batchSize);
    const last = chunk.at(-1);
    if (!last || !control.isRunning()) return;
    const records = chunk.map((message) => toRecord(topic, partition, message));
    if (!(await options.onBatch(records, control))) return;
    payload.resolveOffset(last.offset);
    // Named offsets go straight to the group, also while it is being stopped; `consumer.commitOffsets` does not.
    const next = { partition, offset: (BigInt(last.offset) + 1n).toString() };
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [next] }] });
    await payload.heartbeat();
  }
}

/** A client of the cluster; its log lines go where ours go, at the level that they deserve. */
export const clientFor = ({ brokers, clientId, log }: KafkaAddress): Kafka =>
  new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 12_000,
    retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2_000 },
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ namespace, level, log: { message } }) => {
        const fields = { component: `kafka ${namespace}`.trim() };
        if (expected.test(message) || level > logLevel.WARN) log.debug(fields, message);
        else log.warn(fields, message);
      },
  });

// The client calls these errors; they are the ordinary life of a group, and what matters of them is logged by us.
const expected =
  /rebalanc|re-?join|coordinator|not aware of this member|leader|topic-partition|Connection (error|timeout)|Crash:|Restarting|Closed connection/i;

const toRecord = (topic: string, partition: number, message: KafkaMessage): KafkaRecord => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key,
  headers: Object.fromEntries(
    Object.entries(message.headers ?? {}).map(([name, value]) => [name, headerText(value)]),
  ),
  value: message.value ?? Buffer.alloc(0),
  timestamp: new Date(Number(message.timestamp)),
});

const headerText = (value: Buffer | string | (Buffer | string)[] | undefined): string =>
  String(Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? ''));

/** The client's own rule: it gave up on something that can pass, or on something that cannot. */
export function mayHeal(error: Error): boolean {
  if (error.name === 'KafkaJSNumberOfRetriesExceeded') return true;
  const { cause, retriable } = error as { cause?: Error; retriable?: boolean };
  return cause ? mayHeal(cause) : retriable === true;
}

async function closeQuietly(consumer: Consumer, log: Log): Promise<void> {
  try {
    await consumer.disconnect();
  } catch (error) {
    log.debug({ err: error }, 'a consumer could not take leave');
  }
}

/** Whether the broker asks to be asked again a moment later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof kafkajs.KafkaJSError && error.retriable;
