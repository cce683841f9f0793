import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { lawfulBasis, withdrawalAnswer } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { noticeId } from '../../domain/ids.js';
import { AnswerWithdrawal } from './answer-withdrawal.js';

const Path = z.strictObject({ id: z.uuid().transform(noticeId) });

const WithdrawalAnswer = z
  .strictObject({
    answer: z.enum(withdrawalAnswer.codes),
    lawfulBasis: z
      .strictObject({
        code: z.enum(lawfulBasis.codes),
        article: z.string().trim().min(1).max(80).exactOptional(),
      })
      .exactOptional(),
    reason: z.string().trim().min(1).max(500).exactOptional(),
  })
  // Whoever keeps a copy says why; whoever does not has nothing to explain.
  .refine(({ answer, reason }) => (answer === 'retained-on-other-basis') === (reason !== undefined), {
    path: ['reason'],
  })
  .refine(({ answer, lawfulBasis: basis }) => answer === 'retained-on-other-basis' || basis === undefined, {
    path: ['lawfulBasis'],
  });

@Controller('v1/withdrawal-notices/:id/answers')
export class AnswerWithdrawalHttp {
  constructor(private readonly answerWithdrawal: AnswerWithdrawal) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('withdrawal-notice.answer', 'U')
  answer(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: WithdrawalAnswer })
    { lawfulBasis: basis, ...given }: z.output<typeof WithdrawalAnswer>,
  ) {
    return this.answerWithdrawal.execute(context, path.id, version, basis ? { ...given, basis } : given);
  }
}
