import { Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PortalConfig } from '../../config.js';
import { IdentityProvider } from '../identity/identity-provider.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import { clearCookie } from '../session/session.cookie.js';
import type { Session } from '../session/session.js';
import { CurrentSession, LockedToo } from '../session/session.guard.js';
import { SessionStore } from '../session/session.store.js';

/** Ends the session here first, then at Keycloak, and tells the browser to forget what it kept. */
@Controller('auth')
export class SignOutHttp {
  constructor(
    private readonly sessions: SessionStore,
    private readonly provider: IdentityProvider,
    @Inject(PORTAL_CONFIG) private readonly config: PortalConfig,
  ) {}

  @Post('logout')
  @LockedToo()
  async signOut(@CurrentSession() session: Session, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.sessions.end(session.idHash);
    const isEndedEverywhere = await this.provider.endSession(session.grant);
    clearCookie(reply, this.config, 'session');
    return reply.header('clear-site-data', '"cache", "cookies", "storage"').send({ isEndedEverywhere });
  }
}
