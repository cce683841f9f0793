import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { CodeOf, cancelReason } from '@rujukan/contracts';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type ReasonedAsk } from '../../storage/handoff-steps.js';

/** Accepted is accepted: the sender can only ask the receiver to stop. */
@Injectable()
export class RequestCancellation {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: ReasonedAsk<CodeOf<typeof cancelReason>>) {
    return this.steps.take(context, ask, plainStep('request-cancel', ask.reason));
  }
}
