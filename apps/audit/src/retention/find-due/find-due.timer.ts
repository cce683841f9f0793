import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { FindDue } from './find-due.js';

@Injectable()
export class FindDueTimer {
  constructor(private readonly findDue: FindDue) {}

  @Every(24 * 3_600_000)
  run(): Promise<unknown> {
    return this.findDue.execute();
  }
}
