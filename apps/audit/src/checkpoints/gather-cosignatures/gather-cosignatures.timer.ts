import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { GatherCosignatures } from './gather-cosignatures.js';

@Injectable()
export class GatherCosignaturesTimer {
  constructor(private readonly gatherCosignatures: GatherCosignatures) {}

  @Every(250)
  gather(): Promise<void> {
    return this.gatherCosignatures.execute();
  }
}
