import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork, type Act } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { factsOfHandoff } from '../domain/audit-facts.js';
import type { Handoff, StepReason } from '../domain/handoffs/handoff.js';
import type { HandoffStatus } from '../domain/handoffs/machine.js';
import { agencyId, type HandoffId } from '../domain/ids.js';
import { actions } from '../domain/handoffs/machine.js';
import { mayTake, type StepRefusal } from '../domain/policy.js';
import type { Step } from '../domain/handoffs/step.js';
import { saveMessage } from './handoff-message.store.js';
import { findLastStep, lockHandoff, saveHandoff } from './handoff.store.js';

/** Which handoff, as it was seen, and a word to go with the step. */
export interface StepAsk {
  readonly id: HandoffId;
  readonly version: number;
  readonly note?: string | undefined;
}

/** A step that is explained. */
export interface ReasonedAsk<Reason extends StepReason> extends StepAsk {
  readonly reason: Reason;
}

export interface StepTaken {
  readonly id: HandoffId;
  readonly status: HandoffStatus;
  readonly version: number;
}

/** The way of every step that changes nothing but where a handoff stands: lock, may, decide, save, announce. */
@Injectable()
export class HandoffSteps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  take(
    context: RequestContext,
    { id, version, note }: StepAsk,
    step: Step,
  ): Promise<Outcome<StepTaken, StepRefusal | 'illegal-transition' | 'idempotency-key-reused'>> {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      const { by } = actions[step.action];
      act.trail
        .allowedBy(by === 'receiver' ? 'receiver-answers' : 'sender-steers')
        .touched('handoff', id, { version, fields: fieldsOf(step, note) });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayTake(step.action, actor, found, version);
      if (!mine.ok) return mine;

      const since = step.stoodStill ? await findLastStep(tx, id) : undefined;
      const next = step.next(mine.value.handoff, now, since);
      if (!next.ok) return next;

      const handoff = next.value;
      const mover = agencyId(actor.agencyId ?? '');
      explain(act, step, handoff);
      await saveHandoff(tx, handoff, { act, at: now, by: mover, why: step.why });
      if (note !== undefined) await saveMessage(tx, this.sealer, handoff, { by: mover, text: note });
      // What was never sent is taken back in silence.
      if (mine.value.handoff.progress.status !== 'draft') act.announce(step.news(handoff));
      return done({ id, status: handoff.progress.status, version: handoff.version });
    });
  }
}

const fieldsOf = ({ why }: Step, note: string | undefined): string[] => [
  'status',
  ...(why === undefined ? [] : ['statusReason']),
  ...(note === undefined ? [] : ['message']),
];

function explain({ trail }: Act, { why }: Step, after: Handoff): void {
  const { terms, version } = after;
  if (why !== undefined)
    trail.touched('handoff', terms.id, { version: version - 1, facts: factsOfHandoff(after, why) });
}
