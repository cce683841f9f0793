import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import type { Session } from '../session/session.js';
import { CurrentSession, LockedToo } from '../session/session.guard.js';
import { SessionStore } from '../session/session.store.js';

/** Hides everything until the same person proves who they are again: the server refuses data too, not only the page. */
@Controller('api/session/locks')
export class LockScreenHttp {
  constructor(
    private readonly sessions: SessionStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(204)
  @LockedToo()
  async lock(@CurrentSession() session: Session): Promise<void> {
    await this.sessions.lock(session, this.clock.wall());
  }
}
