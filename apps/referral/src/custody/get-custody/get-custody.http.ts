import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { GetCustody } from './get-custody.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

@Controller('v1/cases/:caseId')
export class GetCustodyHttp {
  constructor(private readonly getCustody: GetCustody) {}

  @Get()
  @Requires('case:read')
  @Audited('custody.read', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getCustody.execute(context, path.caseId);
  }
}
