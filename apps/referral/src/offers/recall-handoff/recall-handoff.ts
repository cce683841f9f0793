import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { HandoffId } from '../../domain/ids.js';
import { plainStep } from '../../domain/handoffs/step.js';
import { HandoffSteps } from '../../storage/handoff-steps.js';

/** The sender takes back what nobody has accepted yet. */
@Injectable()
export class RecallHandoff {
  constructor(private readonly steps: HandoffSteps) {}

  execute(context: RequestContext, id: HandoffId, version: number) {
    return this.steps.take(context, { id, version }, plainStep('recall'));
  }
}
