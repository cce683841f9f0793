import { Controller, Get } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { Audited, CallerLanguage, Context, Requires, type Language } from '@rujukan/http';
import { ListQuestions } from './list-questions.query.js';

@Controller('v1/audit/questions')
export class ListQuestionsHttp {
  constructor(private readonly listQuestions: ListQuestions) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.search', 'R', 'audit')
  async list(@Context() context: RequestContext, @CallerLanguage() language: Language) {
    const listed = await this.listQuestions.execute(context);
    if (!listed.ok) return listed;
    return done({
      items: listed.value.map(({ name, asks, needsCase }) => ({
        name,
        asks: asks[language],
        parameters: ['case', 'from', 'to'].map((one) => ({
          name: one,
          isRequired: one === 'case' && needsCase,
        })),
      })),
    });
  }
}
