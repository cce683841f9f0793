import type { DataSource, EntityManager } from 'typeorm';
import { safeError } from '@rujukan/observability';
import type { ReceivedEvent } from './event.js';
import { readRecord, type Incoming } from './incoming.js';
import type { BatchControl, KafkaRecord } from './kafka.js';
import type { Log } from './log.js';
import type { EventContext } from './on-event.js';
import { park, parkedKeys, type Parked } from './parking.js';
import { isTransient } from './transient.js';

export type EventHandler = (event: ReceivedEvent, context: EventContext) => Promise<void>;

export interface InboxOptions {
  /** Name under which handled events are remembered: the consumer group. */
  readonly consumer: string;
  readonly database: DataSource;
  /** Handler of a type, or undefined when nobody here wants it. */
  readonly handlerFor: (type: string) => EventHandler | undefined;
  readonly log: Log;
  /** Longest transaction, milliseconds; what does not fit goes into the next. Default 5,000. */
  readonly batchLimitMs?: number;
}

const tries = 3;

type Wanted = Exclude<Incoming, { kind: 'ignored' }>;
type Work = (tx: EntityManager, event: ReceivedEvent) => Promise<void>;

/**
 * Handles each event once. A batch of one partition is one transaction: ids into the inbox, effects, commit. When a
 * handler fails for good the batch is done again event by event, and the culprit is parked with all that follows
 * under its key; other keys flow on.
 */
export class Inbox {
  constructor(private readonly options: InboxOptions) {}

  /** @throws only what is worth trying again: nothing of the batch's last transaction is kept then. */
  async handle(records: readonly KafkaRecord[], control: BatchControl): Promise<void> {
    const wanted = records
      .map((record) => readRecord(record, (type) => this.options.handlerFor(type) !== undefined))
      .filter((incoming) => incoming.kind !== 'ignored');
    for (let rest: readonly Wanted[] = wanted; rest.length > 0;) rest = await this.handleSome(rest, control);
  }

  /** One transaction, not much longer than its limit. @returns what did not fit into it. */
  private async handleSome(wanted: readonly Wanted[], control: BatchControl): Promise<readonly Wanted[]> {
    const transaction = (work: Work) =>
      this.options.database.transaction((tx) => this.inOrder(tx, wanted, control, work));
    try {
      return await transaction((tx, event) => this.call(tx, event));
    } catch (error) {
      if (isTransient(error)) throw error;
      return transaction((tx, event) => this.callCarefully(tx, event));
    }
  }

  private async inOrder(
    tx: EntityManager,
    wanted: readonly Wanted[],
    control: BatchControl,
    work: Work,
  ): Promise<readonly Wanted[]> {
    const { consumer, batchLimitMs = 5_000 } = this.options;
    const behind = await parkedKeys(
      tx,
      consumer,
      wanted[0]!.record.topic,
      wanted.map(({ key }) => key),
    );
    const fresh = await this.markReceived(tx, wanted, behind);
    const toPark: Parked[] = [];
    const until = performance.now() + batchLimitMs;
    let done = 0;
    for (const incoming of wanted) {
      if (done > 0 && performance.now() > until) break;
      await control.heartbeat();
      const parked = behind.has(incoming.key)
        ? { ...incoming, error: 'waits behind an earlier event of its key', attempts: 0 }
        : await this.handleOne(tx, incoming, fresh, work);
      if (parked) {
        behind.add(parked.key);
        toPark.push(parked);
      }
      done += 1;
    }
    const rest = wanted.slice(done);
    await this.forget(
      tx,
      [...toPark.map(({ record }) => record), ...rest.map(({ record }) => record)],
      fresh,
    );
    await park(tx, consumer, toPark);
    this.report(toPark);
    return rest;
  }

  private async handleOne(
    tx: EntityManager,
    incoming: Wanted,
    fresh: Map<string, boolean>,
    work: Work,
  ): Promise<Parked | undefined> {
    const { record, key } = incoming;
    if (incoming.kind === 'malformed') return { record, key, error: incoming.reason, attempts: 0 };
    if (!fresh.get(incoming.event.id)) return undefined;
    try {
      await work(tx, incoming.event);
      fresh.set(incoming.event.id, false);
      return undefined;
    } catch (error) {
      if (!(error instanceof HandlerGaveUp)) throw error;
      return { record, key, error: describe(error.cause), attempts: tries };
    }
  }

  private async call(tx: EntityManager, event: ReceivedEvent): Promise<void> {
    await this.options.handlerFor(event.type)?.(event, { tx });
  }

  /** Each try in a savepoint of its own, deferred constraints included. */
  private async callCarefully(tx: EntityManager, event: ReceivedEvent): Promise<void> {
    let last: unknown;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        await tx.transaction(async (nested) => {
          await this.call(nested, event);
          await nested.query('set constraints all immediate');
        });
        return;
      } catch (error) {
        if (isTransient(error)) throw error;
        last = error;
      }
    }
    throw new HandlerGaveUp(last);
  }

  /** Marks all ids at once. @returns those that are new here; true until their handler has run. */
  private async markReceived(
    tx: EntityManager,
    wanted: readonly Wanted[],
    behind: ReadonlySet<string>,
  ): Promise<Map<string, boolean>> {
    const ids = wanted.flatMap((incoming) =>
      incoming.kind === 'event' && !behind.has(incoming.key) ? [incoming.event.id] : [],
    );
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ event_id: string }[]>(
      'insert into inbox (consumer, event_id) select $1, unnest($2::uuid[]) on conflict do nothing returning event_id',
      [this.options.consumer, ids],
    );
    return new Map(rows.map((row) => [row.event_id, true]));
  }

  /** Takes the mark back from events that were marked but did not run. */
  private async forget(
    tx: EntityManager,
    records: readonly KafkaRecord[],
    fresh: ReadonlyMap<string, boolean>,
  ): Promise<void> {
    const ids = records.map((record) => record.headers['ce_id'] ?? '').filter((id) => fresh.get(id));
    if (ids.length === 0) return;
    await tx.query('delete from inbox where consumer = $1 and event_id = any($2::uuid[])', [
      this.options.consumer,
      ids,
    ]);
  }

  private report(parked: readonly Parked[]): void {
    for (const { record, key, error, attempts } of parked.filter((one) => !one.error.startsWith('waits')))
      this.options.log.error(
        {
          consumer: this.options.consumer,
          topic: record.topic,
          partition: record.partition,
          offset: record.offset,
          key,
          attempts,
          reason: error,
        },
        'event parked; later events of its key wait behind it',
      );
  }
}

class HandlerGaveUp extends Error {
  constructor(cause: unknown) {
    super('handler gave up', { cause });
  }
}

/** The error's name, and its text where that cannot quote a row. */
export function describe(error: unknown): string {
  const { name, code, constraint, message } = safeError(error);
  return [name, code, constraint, message]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, 300);
}
