import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { CodeOf, cancelRefusalReason } from '@rujukan/contracts';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type ReasonedAsk } from '../../storage/handoff-steps.js';

/** The receiver goes on serving the child, and says why. */
@Injectable()
export class RefuseCancellation {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: ReasonedAsk<CodeOf<typeof cancelRefusalReason>>) {
    return this.steps.take(context, ask, plainStep('refuse-cancel', ask.reason));
  }
}
