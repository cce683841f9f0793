import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { ListCaseClocks } from './list-case-clocks.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

@Controller('v1/cases/:caseId/clocks')
export class ListCaseClocksHttp {
  constructor(private readonly listCaseClocks: ListCaseClocks) {}

  @Get()
  @Requires('case:read')
  @Audited('case.read-clocks', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listCaseClocks.execute(context, path.caseId);
  }
}
