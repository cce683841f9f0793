import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { PurgePreviews } from './purge-previews.js';

@Injectable()
export class PurgePreviewsTimer {
  constructor(private readonly purgePreviews: PurgePreviews) {}

  @Every(1_000)
  run(): Promise<number> {
    return this.purgePreviews.execute();
  }
}
