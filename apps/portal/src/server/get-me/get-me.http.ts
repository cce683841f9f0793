import { Controller, Get, Inject } from '@nestjs/common';
import { permissionsOf, type Permission } from '@rujukan/authz';
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import { absoluteEnd, idleLimitMs, type Session } from '../session/session.js';
import { CurrentSession, LockedToo } from '../session/session.guard.js';

/** Who is signed in, and how long the session may last. Buttons are hidden by it for kindness, never for safety. */
export interface Me {
  readonly name: string;
  readonly login: string;
  readonly subject: string;
  readonly roles: readonly string[];
  readonly agencyId: string | null;
  readonly permissions: readonly Permission[];
  readonly session: {
    readonly isLocked: boolean;
    readonly idleSeconds: number;
    readonly secondsLeft: number;
  };
}

@Controller('api/me')
export class GetMeHttp {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @LockedToo()
  me(@CurrentSession() session: Session): Me {
    const { name, login, subject, roles, agencyId } = session.person;
    const left = absoluteEnd(session).getTime() - this.clock.wall().getTime();
    return {
      name,
      login,
      subject,
      roles,
      agencyId,
      permissions: [...permissionsOf(roles)],
      session: {
        isLocked: session.lockedAt !== null,
        idleSeconds: idleLimitMs / 1_000,
        secondsLeft: Math.floor(left / 1_000),
      },
    };
  }
}
