import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { SealExport } from './seal-export.js';

@Injectable()
export class SealExportTimer {
  constructor(private readonly sealExport: SealExport) {}

  @Every(1_000)
  seal(): Promise<boolean> {
    return this.sealExport.execute();
  }
}
