import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type StepAsk } from '../../storage/handoff-steps.js';

/** Accepted is accepted: the sender can only ask the receiver to stop. */
@Injectable()
export class RequestCancellation {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: StepAsk) {
    return this.steps.take(context, ask, plainStep('request-cancel'));
  }
}
