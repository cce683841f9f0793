import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import type { PortalConfig } from '../../config.js';
import { IdentityProvider } from '../identity/identity-provider.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import { PageTemplate } from '../serve-page/page-template.js';
import { SealedBox } from '../session/sealed-box.js';
import { readCookie, setSignInCookie } from '../session/session.cookie.js';
import { Open } from '../session/session.guard.js';
import { hashOf } from '../session/session.store.js';
import { safeReturnPath, sealPending } from './sign-in-attempt.js';

const Asked = z.object({
  returnTo: z.string().max(200).optional(),
  unlock: z.literal('1').optional(),
});

/** Sends the browser to Keycloak, or says with a 503 and a page that signing in is not possible now. */
@Controller('auth')
export class SignInHttp {
  private readonly box: SealedBox;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly page: PageTemplate,
    @Inject(PORTAL_CONFIG) private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.box = new SealedBox(config.sessionKey, 'sign-in');
  }

  @Get('login')
  @Open()
  async signIn(
    @Query({ schema: Asked }) asked: z.output<typeof Asked>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const sessionId = asked.unlock ? readCookie(request, this.config, 'session') : undefined;
    const started = await this.provider.startSignIn(sessionId !== undefined);
    if (!started.ok) return this.page.send(reply.header('retry-after', '30'), 503);
    const sealed = sealPending(this.box, {
      attempt: started.value.attempt,
      startedAt: this.clock.wall().toISOString(),
      returnTo: safeReturnPath(asked.returnTo),
      ...(sessionId ? { unlocks: hashOf(sessionId) } : {}),
    });
    return setSignInCookie(reply, this.config, sealed).redirect(started.value.url.href, 303);
  }

  /** Asked by the sign-in page, so that it can say beforehand that the door is shut. */
  @Get('status')
  @Open()
  async status(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const isAvailable = await this.provider.isAvailable();
    return reply.code(isAvailable ? 200 : 503).send({ isAvailable });
  }
}
