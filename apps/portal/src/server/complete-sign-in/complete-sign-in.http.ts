import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import type { PortalConfig } from '../../config.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import { SealedBox } from '../session/sealed-box.js';
import { clearCookie, readCookie, setSessionCookie } from '../session/session.cookie.js';
import { Open } from '../session/session.guard.js';
import { openPending } from '../sign-in/sign-in-attempt.js';
import { CompleteSignIn } from './complete-sign-in.js';

/** Where the sign-in page explains what went wrong. */
const refusedPath = '/masuk?sebab=gagal';
const unavailablePath = '/masuk?sebab=tidak-tersedia';
/** The page that tells the locked window to open again, and closes itself. */
const unlockedPath = '/terbuka';

/**
 * The way back from Keycloak. The session cookie is Strict and this request comes from another site, so nothing is read
 * from it here; the page that the browser is sent to is the same for everybody and asks for its data from our own origin.
 */
@Controller('auth')
export class CompleteSignInHttp {
  private readonly box: SealedBox;

  constructor(
    private readonly completeSignIn: CompleteSignIn,
    @Inject(PORTAL_CONFIG) private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.box = new SealedBox(config.sessionKey, 'sign-in');
  }

  @Get('callback')
  @Open()
  async complete(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const pending = openPending(this.box, readCookie(request, this.config, 'signIn'), this.clock.wall());
    clearCookie(reply, this.config, 'signIn');
    if (!pending) return reply.redirect(refusedPath, 303);
    const query = request.raw.url?.split('?', 2)[1] ?? '';
    const completed = await this.completeSignIn.execute(pending, query);
    if (!completed.ok)
      return reply.redirect(completed.reason === 'refused' ? refusedPath : unavailablePath, 303);
    if (completed.value.sessionId) setSessionCookie(reply, this.config, completed.value.sessionId);
    return reply.redirect(pending.unlocks ? unlockedPath : pending.returnTo, 303);
  }
}
