import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { CodeOf, errorReason } from '@rujukan/contracts';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type ReasonedAsk } from '../../storage/handoff-steps.js';

/** The sender says that this handoff should never have been written. */
@Injectable()
export class MarkInError {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: ReasonedAsk<CodeOf<typeof errorReason>>) {
    return this.steps.take(context, ask, plainStep('enter-in-error', ask.reason));
  }
}
