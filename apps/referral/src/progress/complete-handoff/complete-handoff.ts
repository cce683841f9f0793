import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { handoffEnded } from '../../domain/events.js';
import { apply, complete, type OutcomeCode } from '../../domain/handoffs/handoff.js';
import type { HandoffId } from '../../domain/ids.js';
import { mayAnswer } from '../../domain/policy.js';
import { sealTexts } from '../../storage/handoff-text.store.js';
import { lockHandoff, saveHandoff } from '../../storage/handoff.store.js';

export interface Completion {
  readonly outcome: OutcomeCode;
  readonly note?: string;
}

/** The receiver closes the loop with a coded outcome; the access that acceptance gave ends. */
@Injectable()
export class CompleteHandoff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: HandoffId, version: number, { outcome, note }: Completion) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail
        .allowedBy('receiver-answers')
        .touched('handoff', id, { version, fields: ['status', 'outcome'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayAnswer(actor, found, version);
      if (!mine.ok) return mine;

      const decision = complete(mine.value.handoff, outcome, now);
      if (!decision.ok) return decision;

      const handoff = apply(mine.value.handoff, decision.value);
      const texts = await sealTexts(
        tx,
        this.sealer,
        handoff.terms,
        note === undefined ? {} : { reply: note },
      );
      await saveHandoff(tx, handoff, { act, at: now, by: handoff.terms.to, texts });
      act.announce(handoffEnded(handoff, outcome));
      return done({ id, status: handoff.progress.status, version: handoff.version });
    });
  }
}
