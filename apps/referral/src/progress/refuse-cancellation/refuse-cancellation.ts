import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type StepAsk } from '../../storage/handoff-steps.js';

/** The receiver goes on serving the child, and says why. */
@Injectable()
export class RefuseCancellation {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: StepAsk) {
    return this.steps.take(context, ask, plainStep('refuse-cancel'));
  }
}
