import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { questions } from '../../domain/questions/questions.js';

/** What an auditor can put on paper: an answer by its name, a case's life, who got what of it, unusual access. */
export const printable = [
  ...questions.map(({ name }) => name),
  'timeline',
  'disclosures',
  'unusual-access',
] as const;

/** An answer goes on paper, where no access ends: that is on record before it does. Nothing is read again. */
@Injectable()
export class PrintAnswer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, { answer, caseId }: { answer: string; caseId?: string | undefined }) {
    return this.unitOfWork.command(context, (_tx, act) => {
      act.trail.touched('answer', answer).allowedBy('auditor');
      if (caseId !== undefined) act.trail.about(caseId);
      return Promise.resolve(done({ answer }));
    });
  }
}
