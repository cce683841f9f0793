import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { handoffStatus } from '@rujukan/contracts';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { ListHandoffs } from './list-handoffs.query.js';

const Filter = pageQuery({
  box: z.enum(['inbox', 'outbox']).optional(),
  status: z.enum(handoffStatus.codes).optional(),
  caseId: z.uuid().transform(caseId).optional(),
});

@Controller('v1/handoffs')
export class ListHandoffsHttp {
  constructor(private readonly listHandoffs: ListHandoffs) {}

  @Get()
  @Requires('handoff:read')
  @Audited('handoff.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listHandoffs.execute(context, filter);
  }
}
