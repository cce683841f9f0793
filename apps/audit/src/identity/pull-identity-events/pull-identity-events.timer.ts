import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { PullIdentityEvents } from './pull-identity-events.js';

@Injectable()
export class PullIdentityEventsTimer {
  constructor(private readonly pullIdentityEvents: PullIdentityEvents) {}

  @Every(5_000)
  run(): Promise<number> {
    return this.pullIdentityEvents.execute();
  }
}
