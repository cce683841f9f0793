import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { PurgeExports } from './purge-exports.js';

@Injectable()
export class PurgeExportsTimer {
  constructor(private readonly purgeExports: PurgeExports) {}

  @Every(60_000)
  purge(): Promise<number> {
    return this.purgeExports.execute();
  }
}
