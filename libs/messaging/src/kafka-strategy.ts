import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { DataSource } from 'typeorm';
import { topics as contractTopics } from '@rujukan/contracts';
import { Inbox, type EventHandler } from './inbox.js';
import type { Log } from './log.js';
import { retryParked } from './retry-parked.js';
import { startRawConsumer, type RunningConsumer } from './raw-consumer.js';

export interface KafkaStrategyOptions {
  /** The consuming service: its consumer group, and its name in the inbox. */
  readonly service: string;
  readonly brokers: readonly string[];
  /** Topics it reads. Every handler's type must be on one of them, and none may be read for nothing. */
  readonly topics: readonly string[];
  /** Copies of each partition when one of the topics is missing and must be created. */
  readonly replication?: number;
  readonly database: DataSource;
  readonly log: Log;
}

/**
 * Runs Nest's event handlers over Kafka, each event once, in the transaction that also marks it as handled; offsets
 * are committed afterwards. Give it to `createMicroservice` as `strategy`.
 */
export class KafkaStrategy extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly handlers = new Map<string, MessageHandler[]>();
  private readonly inbox: Inbox;
  private consumer: RunningConsumer | undefined;

  constructor(private readonly options: KafkaStrategyOptions) {
    super();
    const { service, database, log } = options;
    this.inbox = new Inbox({ consumer: service, database, log, handlerFor: (type) => this.handlerFor(type) });
  }

  /** Keeps several handlers of one type apart, so that they can share a transaction one after the other. */
  override addHandler(pattern: unknown, handler: MessageHandler, isEventHandler = false): void {
    const type = this.normalizePattern(pattern as string);
    if (!isEventHandler)
      throw new Error(`${type}: only event handlers run over Kafka, nobody waits for an answer`);
    this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler]);
    this.messageHandlers.set(type, handler);
  }

  /** @throws when handlers and topics do not fit together. */
  listen(callback: () => void): void {
    const { service, brokers, topics, log, replication = 1 } = this.options;
    this.checkTopics();
    if (topics.length > 0)
      this.consumer = startRawConsumer({
        brokers,
        groupId: service,
        topics,
        log,
        concurrency: 3,
        replication,
        onBatch: (records, control) => this.inbox.handle(records, control),
      });
    callback();
  }

  /** Stops fetching, lets the batch in hand finish, leaves the group. */
  async close(): Promise<void> {
    await this.consumer?.stop();
  }

  isReady(): boolean {
    return this.consumer?.isReady() ?? true;
  }

  isAlive(): boolean {
    return this.consumer?.isAlive() ?? true;
  }

  /** Handles parked events that an operator has released. @returns how many were handled. */
  retryReleased(): Promise<number> {
    const { service, database, log } = this.options;
    return retryParked({ consumer: service, database, log, handlerFor: (type) => this.handlerFor(type) });
  }

  override on(): void {
    throw new Error('the Kafka strategy has no events of its own');
  }

  override unwrap<T>(): T {
    throw new Error('the Kafka client is nobody else’s business');
  }

  private handlerFor(type: string): EventHandler | undefined {
    const handlers = this.handlers.get(type);
    if (!handlers) return undefined;
    return async (event, context) => {
      for (const handle of handlers) {
        const answer: unknown = await handle(event, context);
        await lastValueFrom(this.transformToObservable(answer), { defaultValue: undefined });
      }
    };
  }

  private checkTopics(): void {
    const home = (type: string) => contractTopics.find((topic) => topic.types.includes(type))?.name;
    const needed = new Set([...this.handlers.keys()].map((type) => home(type) ?? `a topic for ${type}`));
    const missing = [...needed].filter((topic) => !this.options.topics.includes(topic));
    const idle = this.options.topics.filter((topic) => !needed.has(topic));
    if (missing.length > 0) throw new Error(`handlers need ${missing.join(', ')}, which is not consumed`);
    if (idle.length > 0) throw new Error(`nothing handles what comes from ${idle.join(', ')}`);
  }
}
