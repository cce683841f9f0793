import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, invalid, Requires } from '@rujukan/http';
import { CheckCompleteness } from './check-completeness.query.js';

const Terms = z.strictObject({ from: z.iso.datetime({ offset: true }).max(40) });

/** What one look goes back to. */
const longestMs = 31 * 24 * 3_600_000;

@Controller('v1/audit/completeness')
export class CheckCompletenessHttp {
  constructor(private readonly checkCompleteness: CheckCompleteness) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.check-completeness', 'R', 'audit')
  check(@Context() context: RequestContext, @Query({ schema: Terms }) query: z.output<typeof Terms>) {
    const from = new Date(query.from);
    if (context.now.getTime() - from.getTime() > longestMs)
      throw invalid([{ in: 'query', pointer: '/from', code: 'not-allowed' }]);
    return this.checkCompleteness.execute(context, from);
  }
}
