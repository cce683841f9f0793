import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { LapseRollbacks } from './lapse-rollbacks.js';

@Injectable()
export class LapseRollbacksTimer {
  constructor(private readonly lapseRollbacks: LapseRollbacks) {}

  @Every(5_000)
  run(): Promise<number> {
    return this.lapseRollbacks.execute();
  }
}
