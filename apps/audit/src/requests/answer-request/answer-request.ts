import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { answer, isLate, type Answer } from '../../domain/data-subject-request.js';
import { lockRequest, saveAnswer } from '../../storage/data-subject-request.store.js';

/** Yes, in part, or no with a reason; and why it was late where it was. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(
    context: RequestContext,
    id: string,
    seenVersion: number,
    given: Answer & { readonly words: string },
  ) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.allowedBy('own-register');
      const request = await lockRequest(tx, id);
      const facts = request ? { facts: { due: request.dueAt.toISOString(), answer: given.answer } } : {};
      act.trail.touched('data-subject-request', id, facts);
      if (!request) return refuse('not-found');
      act.trail.about(request.caseId);
      if (request.version !== seenVersion) return refuse('stale-version');
      const answered = answer(request, given, now);
      if (!answered.ok) return answered;
      await saveAnswer(tx, this.sealer, answered.value, {
        by: actor.subject,
        words: given.words,
        late: given.late,
      });
      const { version, status } = answered.value;
      return done({ id, version, status, isLate: isLate(answered.value, now) });
    });
  }
}
