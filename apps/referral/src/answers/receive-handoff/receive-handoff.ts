import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { HandoffId } from '../../domain/ids.js';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps } from '../../storage/handoff-steps.js';

/** The receiving agency confirms that it has the handoff. The clock of its answer runs on. */
@Injectable()
export class ReceiveHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, id: HandoffId, version: number) {
    return this.steps.take(context, { id, version }, plainStep('receive'));
  }
}
