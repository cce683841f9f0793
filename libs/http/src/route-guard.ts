import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  may,
  purposes,
  type Actor,
  type DeclaredAct,
  type Purpose,
  type RequestContext,
} from '@rujukan/authz';
import type { ProblemCode } from '@rujukan/contracts';
import type { Clock } from '@rujukan/kernel';
import type { Logger } from '@rujukan/observability';
import { UnitOfWork } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { askedFor } from './asked-for.js';
import { declarationOf, type Declaration } from './declarations.js';
import { requestHash, userAgentHash, type EdgeRequest } from './edge-request.js';
import { KeysUnavailable } from './key-set.js';
import { invalid, Problem } from './problem.js';
import { RateLimit } from './rate-limit.js';
import { TokenVerifier } from './token-verifier.js';
import { LOGGER } from './tokens.js';

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;
const challenge = 'Bearer realm="rujukan"';

const anonymous: Actor = {
  subject: 'anonymous',
  agencyId: null,
  roles: [],
  permissions: new Set(),
  clientId: 'unknown',
  kind: 'person',
};

/** Opens a route to those who may; closed by default. Whoever is turned away is recorded before being told. */
@Injectable()
export class RouteGuard implements CanActivate {
  private readonly declarations = new Map<object, Declaration>();

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly rateLimit: RateLimit,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const declaration = this.declarationOf(execution.getHandler());
    if (declaration.isPublic) return true;
    const http = execution.switchToHttp();
    const request = http.getRequest<EdgeRequest>();
    const reply = http.getResponse<FastifyReply>();

    const act = actOf(declaration);
    const actor = await this.recognise(request, reply, act);
    await this.rateLimit.count(actor.subject, reply);
    const context = this.contextOf(request, actor, { ...act, purpose: purposeOf(request, act.purpose) });
    if (!isOpenTo(actor, declaration)) throw await this.turnAway(request, context, 'forbidden');

    request.context = request.method === 'POST' ? withIdempotency(context, request) : context;
    return true;
  }

  private async recognise(request: EdgeRequest, reply: FastifyReply, act: DeclaredAct): Promise<Actor> {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    const actor = token === undefined ? undefined : await this.verify(token);
    if (actor !== undefined) return actor;
    // Counted first: a flood of bad tokens must not become a flood of entries.
    await this.rateLimit.countAnonymous(request.ip, reply);
    const detail = request.headers.authorization === undefined ? '' : ', error="invalid_token"';
    throw await this.turnAway(request, this.contextOf(request, anonymous, act), 'unauthenticated', {
      'www-authenticate': `${challenge}${detail}`,
    });
  }

  private async verify(token: string): Promise<Actor | undefined> {
    try {
      return await this.verifier.verify(token);
    } catch (error) {
      if (error instanceof KeysUnavailable)
        throw new Problem('identity-provider-unavailable', {}, { 'retry-after': '5' });
      throw error;
    }
  }

  // Denied stays denied when the record cannot be written; the log then says so.
  private async turnAway(
    request: EdgeRequest,
    context: RequestContext,
    code: ProblemCode,
    headers: Record<string, string> = {},
  ): Promise<Problem> {
    try {
      await this.unitOfWork.denied(context, code, askedFor(request.url));
    } catch (error) {
      this.logger.error({ err: error, requestId: context.requestId, code }, 'a denial could not be recorded');
    }
    return new Problem(code, {}, headers);
  }

  private contextOf(request: EdgeRequest, actor: Actor, act: DeclaredAct): RequestContext {
    return {
      actor,
      act,
      now: this.clock.now(),
      requestId: request.id,
      traceId: request.traceId,
      net: { ip: request.ip, userAgentHash: userAgentHash(request.headers['user-agent']) },
    };
  }

  private declarationOf(handler: object): Declaration {
    const known = this.declarations.get(handler);
    if (known !== undefined) return known;
    const declaration = declarationOf(handler);
    this.declarations.set(handler, declaration);
    return declaration;
  }
}

const isOpenTo = (actor: Actor, { permission, act, isUnrecorded }: Declaration): boolean =>
  permission !== undefined && (act !== undefined || isUnrecorded) && may(actor, permission);

/** The act that a denial is recorded as, also where a route forgot to declare one. */
const actOf = ({ act, permission }: Declaration): DeclaredAct =>
  act ?? {
    type: permission?.replace(':', '.') ?? 'route.undeclared',
    action: permission === undefined ? 'E' : 'R',
    purpose: permission?.startsWith('directory') === true ? 'directory' : 'operations',
  };

function purposeOf(request: EdgeRequest, declared: Purpose): Purpose {
  const header = request.headers['purpose-of-use'];
  if (header === undefined) return declared;
  const purpose = purposes.find((code) => code === header);
  if (purpose === undefined)
    throw invalid([{ in: 'header', pointer: 'Purpose-Of-Use', code: 'unknown-code' }]);
  return purpose;
}

/** Takes the key quoted (a structured-field string) or plain. */
function withIdempotency(context: RequestContext, request: EdgeRequest): RequestContext {
  const header = request.headers['idempotency-key'];
  if (header === undefined) throw new Problem('idempotency-key-missing');
  const key =
    typeof header === 'string'
      ? /^(?:"([\x20-\x21\x23-\x5b\x5d-\x7e]+)"|([\x21\x23-\x7e]+))$/.exec(header)
      : null;
  const text = key?.[1] ?? key?.[2];
  if (text === undefined || text.length > 128)
    throw invalid([{ in: 'header', pointer: 'Idempotency-Key', code: 'invalid-format' }]);
  return { ...context, idempotency: { key: text, requestHash: requestHash(request) } };
}
