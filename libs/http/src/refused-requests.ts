import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Actor, DeclaredAct, RequestContext } from '@rujukan/authz';
import type { ProblemCode } from '@rujukan/contracts';
import type { Clock } from '@rujukan/kernel';
import type { Logger } from '@rujukan/observability';
import { UnitOfWork } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { askedFor } from './asked-for.js';
import { bearerOf, userAgentHash, type EdgeRequest } from './edge-request.js';
import { RouteTable } from './route-table.js';
import { TokenVerifier } from './token-verifier.js';
import { LOGGER } from './tokens.js';

const minute = 60_000;

/** Callers whose refusals are counted at a time; beyond, the counts are written early. */
const mostCounted = 5_000;

interface Counted {
  /** The newest of them. */
  readonly context: RequestContext;
  readonly code: ProblemCode;
  readonly times: number;
}

/** Who asks, as long as nobody has been recognised. */
export const anonymous: Actor = {
  subject: 'anonymous',
  agencyId: null,
  roles: [],
  permissions: new Set(),
  clientId: 'unknown',
  kind: 'person',
};

/**
 * Leaves an entry for every request that was refused, before the caller is told: by the guard, by a schema, by the
 * parser of bodies, by the router, or because something broke. What has an entry already gets no second one.
 *
 * Some refusals cost the caller nothing and are not limited: too many requests, and everything before a token was looked
 * at. The first of a kind has its entry at once; those that follow within the minute are counted, and one entry says how
 * often. So a flood of requests is no flood of entries.
 */
@Injectable()
export class RefusedRequests implements OnModuleInit, OnModuleDestroy {
  private counted = new Map<string, Counted>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifier: TokenVerifier,
    private readonly routes: RouteTable,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.writeCounts(), minute).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.writeCounts();
  }

  async record(request: EdgeRequest, code: ProblemCode): Promise<void> {
    const known = request.context;
    if (known !== undefined && this.unitOfWork.isRecorded(known)) return;
    const isFree = known === undefined || code === 'too-many-requests' || isUnrecognised(known, code);
    const context = known ?? (await this.contextAtTheDoor(request));
    if (isFree && this.isCounted(context, code)) return;
    await this.write(context, code, { asked: askedFor(request.url) });
  }

  /** Writes one entry for each kind of refusal that came again since the last time. */
  async writeCounts(): Promise<void> {
    const counted = this.counted;
    this.counted = new Map();
    for (const { context, code, times } of counted.values())
      if (times > 0) await this.write(context, code, { times });
  }

  /** @returns false for the first of its kind. */
  private isCounted(context: RequestContext, code: ProblemCode): boolean {
    const { actor, act, net } = context;
    const caller = actor === anonymous ? net?.ip : actor.subject;
    const kind = [caller, act.type, code].join(' ');
    const before = this.counted.get(kind);
    if (before === undefined && this.counted.size >= mostCounted) void this.writeCounts();
    this.counted.set(kind, { context, code, times: before === undefined ? 0 : before.times + 1 });
    return before !== undefined;
  }

  // Refused stays refused when the record cannot be written; the log then says so.
  private async write(
    context: RequestContext,
    code: ProblemCode,
    more: Parameters<UnitOfWork['refused']>[2],
  ): Promise<void> {
    try {
      await this.unitOfWork.refused(context, code, more);
    } catch (error) {
      this.logger.error(
        { err: error, requestId: context.requestId, code },
        'a refusal could not be recorded',
      );
    }
  }

  /** For what was refused before the guard saw it: whose token it is, if it is one, and what the address does. */
  private async contextAtTheDoor(request: EdgeRequest): Promise<RequestContext> {
    const act = this.routes.actAt(request.method, request.routeOptions.url) ?? unknownRoute(request.method);
    return contextOf(request, { actor: await this.recognise(request), act, now: this.clock.now() });
  }

  private async recognise(request: EdgeRequest): Promise<Actor> {
    const token = bearerOf(request);
    if (token === undefined) return anonymous;
    try {
      return (await this.verifier.verify(token)) ?? anonymous;
    } catch (error) {
      this.logger.debug({ err: error, requestId: request.id }, 'the keys are away: nobody is recognised');
      return anonymous;
    }
  }
}

/** What is known of a request before anything is done for it. */
export const contextOf = (
  request: EdgeRequest,
  { actor, act, now }: { readonly actor: Actor; readonly act: DeclaredAct; readonly now: Date },
): RequestContext => ({
  actor,
  act,
  now,
  requestId: request.id,
  traceId: request.traceId,
  net: { ip: request.ip, userAgentHash: userAgentHash(request.headers['user-agent']) },
});

/** Denials without a token are limited for each address; other refusals of nobody in particular are not. */
const isUnrecognised = ({ actor }: RequestContext, code: ProblemCode): boolean =>
  actor === anonymous && code !== 'unauthenticated';

const unknownRoute = (method: string): DeclaredAct => ({
  type: 'route.unknown',
  action: method === 'GET' || method === 'HEAD' ? 'R' : 'E',
  purpose: 'operations',
});
