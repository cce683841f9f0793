import {
  createParamDecorator,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import type { PortalConfig } from '../../config.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import { ProblemError } from '../problem.js';
import { readCookie } from './session.cookie.js';
import { hasEnded, type Session } from './session.js';
import { hashOf, SessionStore } from './session.store.js';

type Access = 'open' | 'locked-too';

const ACCESS = 'portal:access';
const activityHeader = 'x-rujukan-activity';
/** Often enough for a limit of minutes, seldom enough for the database. */
const touchEveryMs = 15_000;

const sessions = new WeakMap<object, Session>();

/** A route for everybody: pages, sign-in, health. Every other route needs a session. */
export const Open = () => SetMetadata(ACCESS, 'open' satisfies Access);

/** A route that also works while the screen is locked. */
export const LockedToo = () => SetMetadata(ACCESS, 'locked-too' satisfies Access);

/** The session of this request; only on routes that need one. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const session = sessions.get(context.switchToHttp().getRequest<FastifyRequest>().raw);
  if (!session) throw new ProblemError('unauthenticated');
  return session;
});

/** Closed by default: a route that says nothing needs a running, unlocked session. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly store: SessionStore,
    @Inject(PORTAL_CONFIG) private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'open') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const session = await this.find(request);
    if (!session) throw new ProblemError('unauthenticated');
    if (session.lockedAt && access !== 'locked-too') throw new ProblemError('screen-locked');
    await this.touch(request, session);
    sessions.set(request.raw, session);
    return true;
  }

  private async find(request: FastifyRequest): Promise<Session | undefined> {
    const id = readCookie(request, this.config, 'session');
    const session = id ? await this.store.find(hashOf(id)) : undefined;
    if (!session || !hasEnded(session, this.clock.wall())) return session;
    await this.store.end(session.idHash);
    return undefined;
  }

  /** A poll is not a person: only changes, and reads that the page marks as asked for, keep a session alive. */
  private async touch(request: FastifyRequest, session: Session): Promise<void> {
    const isAct = request.method !== 'GET' || request.headers[activityHeader] === '1';
    const wall = this.clock.wall();
    if (!isAct || session.lockedAt || wall.getTime() - session.lastSeenAt.getTime() < touchEveryMs) return;
    await this.store.touch(session, wall);
  }
}
