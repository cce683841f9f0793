import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { PrintAnswer, printable } from './print-answer.js';

const Printed = z.strictObject({
  answer: z.enum(printable),
  caseId: z.uuid().toLowerCase().optional(),
});

@Controller('v1/audit/prints')
export class PrintAnswerHttp {
  constructor(private readonly printAnswer: PrintAnswer) {}

  @Post()
  @Requires('audit:read')
  @Audited('audit.print', 'E', 'audit')
  print(@Context() context: RequestContext, @Body({ schema: Printed }) printed: z.output<typeof Printed>) {
    return this.printAnswer.execute(context, printed);
  }
}
