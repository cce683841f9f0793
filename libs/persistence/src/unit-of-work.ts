import type { DataSource, EntityManager } from 'typeorm';
import { auditEntry, Trail, type AuditOutcome } from '@rujukan/audit-trail';
import { systemActor, type DeclaredAct, type RequestContext } from '@rujukan/authz';
import { problems, type ProblemCode } from '@rujukan/contracts';
import { done, refuse, type Clock, type Done, type Outcome, type Refusal } from '@rujukan/kernel';
import { appendToOutbox, outboxParameters, appendToOutboxSql, toOutboxRows } from '@rujukan/messaging';
import type { OutgoingEvent, OutboxRow, ReceivedEvent } from '@rujukan/messaging';
import { isConflict, NotRecorded, withRetry } from './database-error.js';
import { newId } from './new-id.js';

/** An act while it runs: what it will announce, and what it touched. */
export class Act {
  readonly trail = new Trail();
  readonly events: OutgoingEvent[] = [];

  /** Published if, and only if, the transaction commits. */
  announce(...events: readonly OutgoingEvent[]): this {
    this.events.push(...events);
    return this;
  }
}

export type Work<T, Reason extends string> = (tx: EntityManager, act: Act) => Promise<Outcome<T, Reason>>;

/** An answer given before to the same request: its value is the stored one, as JSON. */
export interface Replayed<T> extends Done<T> {
  readonly replayed: true;
}

/**
 * The one way to the database. An act, the events it announces, its audit entry and its idempotency key are
 * one transaction; a refusal undoes everything and is recorded on its own.
 */
export class UnitOfWork {
  // Which requests have their entry: whoever refuses one later must know.
  private readonly recorded = new WeakSet<RequestContext>();

  constructor(
    private readonly database: DataSource,
    private readonly service: string,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a change. Under an idempotency key it runs once: the same request again gets the first answer,
   * another request under the same key is refused. The value must hold no personal data, since it is kept.
   */
  command<T, Reason extends ProblemCode>(
    context: RequestContext,
    work: Work<T, Reason>,
  ): Promise<Outcome<T, Reason | 'idempotency-key-reused'>> {
    return this.run(
      context,
      (tx) => this.open<T>(tx, context),
      work,
      (tx, act, value) => this.keep(tx, context, act, value),
    );
  }

  /** Runs a read. Its audit entry is committed before the value is handed out: no record, no answer. */
  read<T, Reason extends ProblemCode>(
    context: RequestContext,
    work: Work<T, Reason>,
  ): Promise<Outcome<T, Reason>> {
    const before = async (tx: EntityManager): Promise<undefined> => {
      await tx.query(openSql, openParameters(context));
    };
    return this.run(context, before, work, (tx, act) => recordOrFail(tx, this.rows(context, act)));
  }

  /** Reads what is public (a directory, a code list): not recorded. */
  readPublic<T>(context: RequestContext, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return withRetry(() =>
      this.database.transaction(async (tx) => {
        await tx.query(openSql, openParameters(context));
        return work(tx);
      }),
    );
  }

  /** Whether this request has an entry by now, of success or of refusal. */
  isRecorded(context: RequestContext): boolean {
    return this.recorded.has(context);
  }

  /** Records that a request was refused outside of any work, in a transaction of its own. */
  async refused(context: RequestContext, code: ProblemCode, more: RefusedRequest = {}): Promise<void> {
    const trail = new Trail();
    if (more.asked) trail.touched(more.asked.type, more.asked.id);
    if (more.times !== undefined) trail.happened(more.times);
    await this.record(context, trail, { outcome: outcomeOf(code), reason: code });
  }

  /** What follows here from another service's event, inside the transaction that marks the event as handled. */
  async consequence(
    tx: EntityManager,
    event: ReceivedEvent,
    declared: DeclaredAct,
    work: (act: Act) => Promise<void>,
  ): Promise<void> {
    const context: RequestContext = {
      actor: systemActor(this.service),
      act: declared,
      now: this.clock.now(),
      requestId: event.correlationId,
      traceId: event.traceId,
      causationId: event.id,
    };
    const act = new Act();
    await work(act);
    await appendToOutbox(tx, this.rows(context, act));
  }

  /**
   * Takes over acts that happened elsewhere and were told afterwards, each under its own actor and time, in the
   * transaction that remembers which of them were taken.
   */
  async reported<T>(work: (tx: EntityManager) => Promise<[readonly ReportedAct[], T]>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const [acts, result] = await work(tx);
      const rows = acts.map(({ context, trail, verdict, id }) => auditEntry(context, trail, verdict, id));
      await appendToOutbox(tx, rows);
      return result;
    });
  }

  /** The service's own act, at its own time: one transaction under the worker's role. */
  async timer<T>(
    declared: DeclaredAct,
    work: (tx: EntityManager, act: Act, now: Date) => Promise<T>,
  ): Promise<T> {
    const now = this.clock.now();
    const id = newId(now);
    const context: RequestContext = {
      actor: systemActor(this.service),
      act: declared,
      now,
      requestId: id,
      traceId: id.replaceAll('-', ''),
    };
    return this.database.transaction(async (tx) => {
      const act = new Act();
      const result = await work(tx, act, now);
      if (act.events.length > 0 || act.trail.entities.length > 0)
        await appendToOutbox(tx, this.rows(context, act));
      return result;
    });
  }

  private async run<T, Reason extends ProblemCode, Early extends ProblemCode = never>(
    context: RequestContext,
    before: (tx: EntityManager) => Promise<Outcome<T, Early> | undefined>,
    work: Work<T, Reason>,
    finish: (tx: EntityManager, act: Act, value: T) => Promise<void>,
  ): Promise<Outcome<T, Reason | Early>> {
    try {
      const answer = await withRetry(() =>
        this.database.transaction(async (tx) => {
          const act = new Act();
          const known = await before(tx);
          if (known?.ok) {
            await appendToOutbox(tx, [this.replayEntry(context, known.value)]);
            return known;
          }
          const outcome = known ?? (await work(tx, act));
          if (!outcome.ok) throw new RolledBack(outcome, act.trail);
          await finish(tx, act, outcome.value);
          return outcome;
        }),
      );
      this.recorded.add(context);
      return answer;
    } catch (error) {
      const isRefused = error instanceof RolledBack;
      // A twin of this request may have won while this one ran: then its answer is the answer.
      const twin = isRefused || isConflict(error) ? await this.findReplay<T>(context) : undefined;
      if (twin?.ok) {
        await this.append(context, this.replayEntry(context, twin.value));
        return twin;
      }
      const refusal = twin ?? (isRefused ? error.refusal : undefined);
      if (!refusal) throw error;
      await this.record(context, isRefused ? error.trail : new Trail(), {
        outcome: outcomeOf(refusal.reason as ProblemCode),
        reason: refusal.reason,
      });
      return refusal as Refusal<Reason | Early>;
    }
  }

  private async open<T>(tx: EntityManager, context: RequestContext) {
    const [row] = await tx.query<{ replay: StoredAnswer<T> | null }[]>(
      `${openSql}, (select json_build_object('hash', request_hash, 'value', response)
          from idempotency_key where client = $4 and key = $5) as replay`,
      [...openParameters(context), clientOf(context), context.idempotency?.key ?? null],
    );
    return row?.replay ? replayOf(row.replay, context) : undefined;
  }

  private async keep(tx: EntityManager, context: RequestContext, act: Act, value: unknown): Promise<void> {
    const rows = this.rows(context, act);
    if (!context.idempotency) return appendToOutbox(tx, rows);
    await tx.query(
      `with kept as (insert into idempotency_key (client, key, request_hash, response) values ($8, $9, $10, $11))
       ${appendToOutboxSql}`,
      [
        ...outboxParameters(rows),
        clientOf(context),
        context.idempotency.key,
        context.idempotency.requestHash,
        JSON.stringify(value ?? null),
      ],
    );
  }

  private async findReplay<T>(context: RequestContext) {
    if (!context.idempotency) return undefined;
    const [row] = await this.database.query<StoredAnswer<T>[]>(
      'select request_hash as hash, response as value from idempotency_key where client = $1 and key = $2',
      [clientOf(context), context.idempotency.key],
    );
    return row ? replayOf(row, context) : undefined;
  }

  private rows(context: RequestContext, act: Act): OutboxRow[] {
    const envelope = {
      source: this.service,
      traceId: context.traceId,
      correlationId: context.requestId,
      ...(context.causationId === undefined ? {} : { causationId: context.causationId }),
      time: context.now,
    };
    return [...toOutboxRows(act.events, envelope), auditEntry(context, act.trail, { outcome: 'success' })];
  }

  private async record(
    context: RequestContext,
    trail: Trail,
    verdict: { outcome: AuditOutcome; reason?: string },
  ) {
    await this.append(context, auditEntry(context, trail, verdict));
  }

  private async append(context: RequestContext, entry: OutboxRow): Promise<void> {
    await appendToOutbox(this.database.manager, [entry]);
    this.recorded.add(context);
  }

  /** The first answer was read again and nothing was changed, so it counts as a read of what that answer names. */
  private replayEntry(context: RequestContext, answer: unknown): OutboxRow {
    const trail = new Trail();
    const id = idIn(answer);
    if (id !== undefined) trail.touched(context.act.type.split('.', 1)[0]!, id);
    const act: DeclaredAct = { ...context.act, action: 'R' };
    return auditEntry({ ...context, act }, trail, { outcome: 'success', reason: 'replayed' });
  }
}

/** An act that happened elsewhere. */
export interface ReportedAct {
  /** The same for the same act, so that the log knows it when it comes again. */
  readonly id: string;
  readonly context: RequestContext;
  readonly trail: Trail;
  readonly verdict: { readonly outcome: AuditOutcome; readonly reason?: string };
}

/** What is known of a request that was refused at the edge. */
export interface RefusedRequest {
  /** The record that was asked for, where the address names one. */
  readonly asked?: { readonly type: string; readonly id: string } | undefined;
  /** How often it happened, where one entry stands for several requests. */
  readonly times?: number;
}

/** An answer without its entry is no answer: whoever asked is told to come again. */
async function recordOrFail(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
  try {
    await appendToOutbox(tx, rows);
  } catch (error) {
    throw new NotRecorded(error);
  }
}

interface StoredAnswer<T> {
  readonly hash: string;
  readonly value: T;
}

/** Carries a refusal through the transaction, so that everything in it is undone. */
class RolledBack extends Error {
  constructor(
    readonly refusal: Refusal<string>,
    readonly trail: Trail,
  ) {
    super(refusal.reason);
  }
}

const openSql = `select set_config('app.agency', $1, true), set_config('app.subject', $2, true),
    set_config('app.permissions', $3, true)`;

const openParameters = ({ actor }: RequestContext): unknown[] => [
  actor.agencyId ?? '',
  actor.subject,
  [...actor.permissions].join(','),
];

const clientOf = ({ actor }: RequestContext): string => `${actor.clientId}:${actor.subject}`;

function replayOf<T>(
  stored: StoredAnswer<T>,
  context: RequestContext,
): Replayed<T> | Refusal<'idempotency-key-reused'> {
  if (stored.hash !== context.idempotency?.requestHash) return refuse('idempotency-key-reused');
  return { ...done(stored.value), replayed: true };
}

function idIn(answer: unknown): string | undefined {
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
}

const denials: readonly number[] = [401, 403, 404, 429];

function outcomeOf(reason: ProblemCode): AuditOutcome {
  return denials.includes(problems[reason].status) ? 'denied' : 'failed';
}
