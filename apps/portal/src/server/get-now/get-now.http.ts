import { Controller, Get, Inject } from '@nestjs/common';
import type { Clock } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import { Open } from '../session/session.guard.js';

/** The time the work happens in, so that deadlines are shown rightly under a moved clock. */
@Controller('api/now')
export class GetNowHttp {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @Open()
  now(): { now: string } {
    return { now: this.clock.now().toISOString() };
  }
}
