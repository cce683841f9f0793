import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { caseId } from '../domain/ids.js';
import { GetCase } from './get-case.query.js';

const Path = z.strictObject({ id: z.uuid().transform(caseId) });

@Controller('v1/cases/:id')
export class GetCaseHttp {
  constructor(private readonly query: GetCase) {}

  @Get()
  @Requires('case:read')
  @Audited('case.read', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.query.execute(context, path.id);
  }
}
