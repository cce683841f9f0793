import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type StepAsk } from '../../storage/handoff-steps.js';

/** The sender says that this handoff should never have been written. */
@Injectable()
export class MarkInError {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: StepAsk) {
    return this.steps.take(context, ask, plainStep('enter-in-error'));
  }
}
