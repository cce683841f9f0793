import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { StrikeClocks } from './strike-clocks.js';

@Injectable()
export class StrikeClocksTimer {
  constructor(private readonly strikeClocks: StrikeClocks) {}

  @Every(1_000)
  run(): Promise<number> {
    return this.strikeClocks.execute();
  }
}
