import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../domain/ids.js';
import { GetSupport } from './get-support.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

@Controller('v1/cases/:caseId/support')
export class GetSupportHttp {
  constructor(private readonly getSupport: GetSupport) {}

  @Get()
  @Requires('support:read')
  @Audited('support.read', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getSupport.execute(context, path.caseId);
  }
}
