import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { RecordCompleteness } from './record-completeness.js';

@Injectable()
export class RecordCompletenessTimer {
  constructor(private readonly recordCompleteness: RecordCompleteness) {}

  @Every(24 * 3_600_000)
  run(): Promise<unknown> {
    return this.recordCompleteness.execute();
  }
}
