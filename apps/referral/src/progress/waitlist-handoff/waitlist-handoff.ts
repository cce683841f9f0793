import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type StepAsk } from '../../storage/handoff-steps.js';

/** The receiver takes the child, as soon as there is a place. */
@Injectable()
export class WaitlistHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: StepAsk) {
    return this.steps.take(context, ask, plainStep('waitlist'));
  }
}
