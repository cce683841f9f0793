import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { HandoffId } from '../../domain/ids.js';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps } from '../../storage/handoff-steps.js';

/** The receiver has begun. */
@Injectable()
export class StartHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, id: HandoffId, version: number) {
    return this.steps.take(context, { id, version }, plainStep('start'));
  }
}
