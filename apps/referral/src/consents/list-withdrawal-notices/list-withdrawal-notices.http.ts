import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { z } from 'zod';
import { ListWithdrawalNotices } from './list-withdrawal-notices.query.js';

const Filter = pageQuery({ state: z.enum(['open', 'answered']).optional() });

@Controller('v1/withdrawal-notices')
export class ListWithdrawalNoticesHttp {
  constructor(private readonly listWithdrawalNotices: ListWithdrawalNotices) {}

  @Get()
  @Requires('handoff:read')
  @Audited('withdrawal-notice.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listWithdrawalNotices.execute(context, filter);
  }
}
