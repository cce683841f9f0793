import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { dataRefusalReason, dataRequestAnswer, lateReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { AnswerRequest } from './answer-request.js';

const Path = z.strictObject({ id: z.uuid() });
const Answering = z.strictObject({
  answer: z.enum(dataRequestAnswer.codes),
  refusalReason: z.enum(dataRefusalReason.codes).optional(),
  words: z.string().trim().min(10).max(4_000),
  lateReason: z
    .strictObject({ code: z.enum(lateReason.codes), text: z.string().trim().min(10).max(1_000) })
    .optional(),
});

@Controller('v1/data-subject-requests/:id/answers')
export class AnswerRequestHttp {
  constructor(private readonly answerRequest: AnswerRequest) {}

  @Post()
  @Requires('data-request:write')
  @Audited('data-subject-request.answered', 'U', 'operations')
  answer(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Answering }) body: z.output<typeof Answering>,
  ) {
    const { words, lateReason: late, ...answer } = body;
    return this.answerRequest.execute(context, path.id, seenVersion, { ...answer, late, words });
  }
}
