import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { AnnounceComingOfAge } from './announce-coming-of-age.js';

@Injectable()
export class AnnounceComingOfAgeTimer {
  constructor(private readonly announceComingOfAge: AnnounceComingOfAge) {}

  @Every(5_000)
  run(): Promise<number> {
    return this.announceComingOfAge.execute();
  }
}
