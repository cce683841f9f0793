import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { withdrawalAcknowledged } from '../../domain/consents/consent-events.js';
import type { NoticeId } from '../../domain/ids.js';
import { answer, type Answer } from '../../domain/consents/withdrawal.js';
import { stopClock } from '../../storage/handoff-clocks.store.js';
import { lockNotice, saveAnswer } from '../../storage/withdrawal.store.js';

/** A holder says what it did with its copy. The custodian sees each answer, and who gave none. */
@Injectable()
export class AnswerWithdrawal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(
    context: RequestContext,
    id: NoticeId,
    version: number,
    { reason, ...given }: Answer & { readonly reason?: string },
  ) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('holder-answers', given.basis?.code);
      act.trail.touched('withdrawal-notice', id, { version, fields: ['answer'] });
      // The notice alone is locked: a holder whose handoff has ended has nothing to do with custody any more.
      const notice = await lockNotice(tx, id);
      if (notice?.agencyId !== actor.agencyId) return refuse('not-found');
      act.trail.about(notice.caseId);
      if (notice.version !== version) return refuse('stale-version');
      const decision = answer(notice, given, now);
      if (!decision.ok) return decision;

      const answered = decision.value;
      await saveAnswer(tx, this.sealer, answered, reason);
      await stopClock(tx, act, id, now);
      act.announce(withdrawalAcknowledged(answered));
      return done({ id, answer: answered.answered.answer, version: answered.version });
    });
  }
}
