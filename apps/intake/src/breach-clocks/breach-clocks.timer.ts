import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { BreachClocks } from './breach-clocks.js';

@Injectable()
export class BreachClocksTimer {
  constructor(private readonly breachClocks: BreachClocks) {}

  @Every(2_000)
  run(): Promise<number> {
    return this.breachClocks.execute();
  }
}
