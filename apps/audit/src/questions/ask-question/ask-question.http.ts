import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { Audited, CallerLanguage, Context, Cursors, pageQuery, Requires, type Language } from '@rujukan/http';
import { AskQuestion } from './ask-question.query.js';

const Path = z.strictObject({
  name: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z-]*$/),
});

const instant = z.iso.datetime({ offset: true }).max(40);

const Terms = pageQuery({
  case: z.uuid().toLowerCase().optional(),
  from: instant.optional(),
  to: instant.optional(),
});

@Controller('v1/audit/questions/:name')
export class AskQuestionHttp {
  constructor(
    private readonly askQuestion: AskQuestion,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.ask', 'R', 'audit')
  async ask(
    @Context() context: RequestContext,
    @CallerLanguage() language: Language,
    @Param({ schema: Path }) { name }: z.output<typeof Path>,
    @Query({ schema: Terms }) query: z.output<typeof Terms>,
  ) {
    const { limit, cursor, ...terms } = query;
    const bound = { ...terms, name };
    const position = this.cursors.decode<{ before: number }>(cursor, bound);
    const { from, to } = terms;
    const criteria = {
      case: terms.case,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
    };
    const asked = await this.askQuestion.execute(context, name, criteria, {
      limit,
      before: position?.before,
    });
    if (!asked.ok) return asked;
    const { question, says, findings, isComplete, before } = asked.value;
    return done({
      question: question.name,
      asks: question.asks[language],
      language,
      answer: says[language],
      findings: findings.map(({ says: text, seqs, ...finding }) => ({
        text: text[language],
        ...finding,
        entries: seqs,
      })),
      isComplete,
      ...(before === undefined ? {} : { next: this.cursors.encode({ before }, bound) }),
    });
  }
}
