import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { TellOverdue } from './tell-overdue.js';

@Injectable()
export class TellOverdueTimer {
  constructor(private readonly tellOverdue: TellOverdue) {}

  @Every(60_000)
  run(): Promise<unknown> {
    return this.tellOverdue.execute();
  }
}
