import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { Question } from '../../domain/questions/question.js';
import { questions } from '../../domain/questions/questions.js';

/** The questions that the log answers by name. */
@Injectable()
export class ListQuestions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext): Promise<Outcome<readonly Question[], never>> {
    return this.unitOfWork.read(context, (_, act) => {
      act.trail.touched('audit-log', 'questions');
      return Promise.resolve(done(questions));
    });
  }
}
