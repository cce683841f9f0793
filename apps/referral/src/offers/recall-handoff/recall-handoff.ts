import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { CodeOf, recallReason } from '@rujukan/contracts';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type ReasonedAsk } from '../../storage/handoff-steps.js';

/** The sender takes back what nobody has accepted yet. */
@Injectable()
export class RecallHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: ReasonedAsk<CodeOf<typeof recallReason>>) {
    return this.steps.take(context, ask, plainStep('recall', ask.reason));
  }
}
