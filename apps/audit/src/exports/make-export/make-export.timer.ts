import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { MakeExport } from './make-export.js';

@Injectable()
export class MakeExportTimer {
  constructor(private readonly makeExport: MakeExport) {}

  @Every(1_000)
  make(): Promise<boolean> {
    return this.makeExport.execute();
  }
}
