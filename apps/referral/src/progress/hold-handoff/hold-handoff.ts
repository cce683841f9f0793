import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { CodeOf, holdReason } from '@rujukan/contracts';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps, type ReasonedAsk } from '../../storage/handoff-steps.js';

/** The service rests for now: the child is in hospital, for example. */
@Injectable()
export class HoldHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, ask: ReasonedAsk<CodeOf<typeof holdReason>>) {
    return this.steps.take(context, ask, plainStep('hold', ask.reason));
  }
}
