import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type StepAsk } from '../../storage/handoff-steps.js';

/** The service rests for now: the child is in hospital, for example. */
@Injectable()
export class HoldHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: StepAsk) {
    return this.steps.take(context, ask, plainStep('hold'));
  }
}
