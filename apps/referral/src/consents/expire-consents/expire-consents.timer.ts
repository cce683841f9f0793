import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { ExpireConsents } from './expire-consents.js';

@Injectable()
export class ExpireConsentsTimer {
  constructor(private readonly expireConsents: ExpireConsents) {}

  @Every(5_000)
  run(): Promise<number> {
    return this.expireConsents.execute();
  }
}
