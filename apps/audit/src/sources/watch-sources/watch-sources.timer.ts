import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { WatchSources } from './watch-sources.js';

@Injectable()
export class WatchSourcesTimer {
  constructor(private readonly watchSources: WatchSources) {}

  @Every(5_000)
  run(): Promise<void> {
    return this.watchSources.execute();
  }
}
