import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { RejectionReason } from '../../domain/handoffs/handoff.js';
import { returning } from '../../domain/handoffs/step.js';
import { HandoffSteps, type StepAsk } from '../../storage/handoff-steps.js';

/** The receiver cannot decide yet and says what is missing: better than a refusal, and the sender can mend it. */
@Injectable()
export class ReturnHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: StepAsk, reason: RejectionReason) {
    return this.steps.take(context, ask, returning(reason));
  }
}
