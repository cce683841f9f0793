import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { ExpireHandoffs } from './expire-handoffs.js';

@Injectable()
export class ExpireHandoffsTimer {
  constructor(private readonly expireHandoffs: ExpireHandoffs) {}

  @Every(5_000)
  run(): Promise<number> {
    return this.expireHandoffs.execute();
  }
}
