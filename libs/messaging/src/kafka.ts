// The only file that knows the Kafka client: everything else speaks of records, publishers and consumer sessions.
import {
  Kafka,
  logLevel,
  Partitioners,
  type Consumer,
  type EachBatchPayload,
  type KafkaMessage,
} from 'kafkajs';
import { topics as contractTopics } from '@rujukan/contracts';
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
        byTopic.get(topic)?.push(message) ?? byTopic.set(topic, [message]);
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
  const { batch, heartbeat, isRunning, isStale, resolveOffset, commitOffsetsIfNecessary } = payload;
  const control: BatchControl = { heartbeat, isRunning: () => isRunning() && !isStale() };
  for (let start = 0; start < batch.messages.length; start += options.batchSize) {
    const messages = batch.messages.slice(start, start + options.batchSize);
    const last = messages.at(-1);
    if (!last || !control.isRunning()) return;
    const records = messages.map((message) => toRecord(batch.topic, batch.partition, message));
    if (!(await options.onBatch(records, control))) return;
    resolveOffset(last.offset);
    // Named offsets go straight to the group, also while it is being stopped; `consumer.commitOffsets` does not.
    const next = { partition: batch.partition, offset: (BigInt(last.offset) + 1n).toString() };
    await commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [next] }] });
    await heartbeat();
  }
}

/** Time from which a replay begins, as one offset per partition. */
export async function offsetsAt(
  address: KafkaAddress,
  topic: string,
  at: Date,
): Promise<Map<number, string>> {
  return withAdmin(address, async (admin) => {
    const found = await admin.fetchTopicOffsetsByTimestamp(topic, at.getTime());
    return new Map(found.map(({ partition, offset }) => [partition, offset]));
  });
}

/**
 * Moves a group to the offsets given. The group must have no member at that moment.
 *
 * @throws while a member of the group is still there.
 */
export async function moveGroup(
  address: KafkaAddress,
  groupId: string,
  topic: string,
  offsets: ReadonlyMap<number, string>,
): Promise<void> {
  await withAdmin(address, (admin) =>
    admin.setOffsets({
      groupId,
      topic,
      partitions: [...offsets].map(([partition, offset]) => ({ partition, offset })),
    }),
  );
}

/**
 * Creates the topics of the contracts that are missing, on purpose and with their own settings.
 *
 * @param replication copies of each partition: 1 on one broker, 3 in production (then two must be in sync).
 * @returns names of those created.
 */
export async function ensureTopics(
  address: KafkaAddress,
  { replication = 1, topics = contractTopics }: { replication?: number; topics?: typeof contractTopics } = {},
): Promise<string[]> {
  return withAdmin(address, async (admin) => {
    const known = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !known.has(topic.name));
    if (missing.length === 0) return [];
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic: topic.name,
        numPartitions: topic.partitions,
        replicationFactor: replication,
        configEntries: [
          { name: 'retention.ms', value: String(topic.retentionDays * 24 * 3_600_000) },
          { name: 'min.insync.replicas', value: replication >= 3 ? '2' : '1' },
        ],
      })),
    });
    return missing.map((topic) => topic.name);
  });
}

type Admin = ReturnType<Kafka['admin']>;

async function withAdmin<T>(address: KafkaAddress, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = clientFor(address).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

const clientFor = ({ brokers, clientId, log }: KafkaAddress): Kafka =>
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

function mayHeal(error: Error): boolean {
  const cause = (error as { cause?: Error }).cause;
  if (error.name === 'KafkaJSNumberOfRetriesExceeded') return true;
  return cause ? mayHeal(cause) : (error as { retriable?: boolean }).retriable !== false;
}

async function closeQuietly(consumer: Consumer, log: Log): Promise<void> {
  try {
    await consumer.disconnect();
  } catch (error) {
    log.debug({ err: error }, 'a consumer could not take leave');
  }
}
