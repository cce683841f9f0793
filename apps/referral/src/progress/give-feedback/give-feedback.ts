import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { feedbackWasGiven } from '../../domain/events.js';
import { giveFeedback, type FeedbackProgress } from '../../domain/handoffs/feedback.js';
import type { HandoffId } from '../../domain/ids.js';
import { mayGiveFeedback } from '../../domain/policy.js';
import { insertFeedback } from '../../storage/feedback.store.js';
import { restartFeedbackClock } from '../../storage/handoff-clocks.store.js';
import { lockHandoff } from '../../storage/handoff.store.js';

export interface Word {
  readonly progress: FeedbackProgress;
  readonly note?: string;
}

/** The receiver tells the sender how it goes; the clock for its next word begins. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: HandoffId, { progress, note }: Word) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('receiver-answers').touched('handoff', id, { fields: ['feedback'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayGiveFeedback(actor, found);
      if (!mine.ok) return mine;
      const { handoff } = mine.value;
      const given = giveFeedback(handoff, { id: newId(now), progress, now });
      if (!given.ok) return given;

      const feedback = given.value;
      await insertFeedback(tx, this.sealer, handoff.terms, {
        ...feedback,
        ...(note === undefined ? {} : { note }),
      });
      const nextDueAt = await restartFeedbackClock(tx, act, handoff, now);
      act.announce(feedbackWasGiven(handoff, progress));
      return done({ id: feedback.id, at: feedback.at, progress, ...(nextDueAt ? { nextDueAt } : {}) });
    });
  }
}
