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
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import { criteriaOf, declarationOf, type Declaration } from './declarations.js';
import { bearerOf, requestHash, type EdgeRequest } from './edge-request.js';
import { KeysUnavailable } from './key-set.js';
import { invalid, Problem } from './problem.js';
import { RateLimit } from './rate-limit.js';
import { anonymous, contextOf } from './refused-requests.js';
import { TokenVerifier } from './token-verifier.js';

const challenge = 'Bearer realm="rujukan"';

/**
 * Opens a route to those who may; closed by default. From the first moment the request says what is known of it, so that
 * whoever is turned away can be recorded before being told.
 */
@Injectable()
export class RouteGuard implements CanActivate {
  private readonly declarations = new Map<object, Closed>();

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly rateLimit: RateLimit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const declaration = this.declarationOf(execution);
    const http = execution.switchToHttp();
    const request = http.getRequest<EdgeRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (declaration.isOpenToAll) await this.rateLimit.countAnonymous(request.ip, reply);
    if (declaration.isPublic) return true;

    const act = actOf(declaration);
    const now = this.clock.now();
    request.context = contextOf(request, { actor: anonymous, act, now });
    const actor = await this.recognise(request, reply);
    request.context = contextOf(request, { actor, act, now });
    await this.rateLimit.count(actor.subject, reply);
    const named = { ...request.context, act: { ...act, purpose: purposeOf(request, act.purpose) } };
    const context = withCriteria(named, request, declaration.criteria);
    request.context = context;
    if (!isOpenTo(actor, declaration)) throw new Problem('forbidden');
    const { freshness, perMinute } = declaration;
    if (perMinute !== undefined) await this.rateLimit.countScarce(act.type, perMinute, actor.subject);
    if (freshness !== undefined && !this.isFresh(actor, freshness)) throw signInAgain(freshness);

    if (request.method === 'POST') request.context = withIdempotency(context, request);
    return true;
  }

  private async recognise(request: EdgeRequest, reply: FastifyReply): Promise<Actor> {
    const token = bearerOf(request);
    const actor = token === undefined ? undefined : await this.verify(token);
    if (actor !== undefined) return actor;
    // Counted first: a flood of bad tokens must not become a flood of entries.
    await this.rateLimit.countAnonymous(request.ip, reply);
    const detail = request.headers.authorization === undefined ? '' : ', error="invalid_token"';
    throw new Problem('unauthenticated', {}, { 'www-authenticate': `${challenge}${detail}` });
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

  // By the wall: the issuer wrote its time, and no test moves that.
  private isFresh({ kind, authenticatedAt }: Actor, seconds: number): boolean {
    if (kind !== 'person' || authenticatedAt === undefined) return false;
    return this.clock.wall().getTime() - authenticatedAt <= seconds * 1_000;
  }

  private declarationOf(execution: ExecutionContext): Closed {
    const handler = execution.getHandler();
    const known = this.declarations.get(handler);
    if (known !== undefined) return known;
    const criteria = criteriaOf(execution.getClass(), handler.name);
    const declaration = { ...declarationOf(handler), criteria };
    this.declarations.set(handler, declaration);
    return declaration;
  }
}

/** RFC 9470. */
const signInAgain = (maxAge: number): Problem =>
  new Problem(
    'insufficient-user-authentication',
    {},
    {
      'www-authenticate': `${challenge}, error="insufficient_user_authentication", error_description="Sign in again", max_age="${maxAge}"`,
    },
  );

interface Closed extends Declaration {
  readonly criteria: readonly string[];
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

/** What a search is narrowed by. */
function withCriteria(
  context: RequestContext,
  request: EdgeRequest,
  known: readonly string[],
): RequestContext {
  const query = request.query as object;
  const criteria = known.filter((name) => name in query);
  return criteria.length === 0 ? context : { ...context, criteria };
}
