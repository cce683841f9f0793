import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { resubmission } from '../../domain/handoffs/step.js';
import { HandoffSteps, type StepAsk } from '../../storage/handoff-steps.js';

/** The sender answers the question and sends it again; the receiver has as much time left as when it asked. */
@Injectable()
export class ResubmitHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: StepAsk) {
    return this.steps.take(context, ask, resubmission);
  }
}
