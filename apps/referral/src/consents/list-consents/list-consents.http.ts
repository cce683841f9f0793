import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { ListConsents } from './list-consents.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

@Controller('v1/cases/:caseId/consents')
export class ListConsentsHttp {
  constructor(private readonly listConsents: ListConsents) {}

  @Get()
  @Requires('consent:read')
  @Audited('consent.list', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listConsents.execute(context, path.caseId);
  }
}
