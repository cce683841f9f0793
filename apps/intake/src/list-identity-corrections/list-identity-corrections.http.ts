import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { caseId } from '../domain/ids.js';
import { ListIdentityCorrections } from './list-identity-corrections.query.js';

const Path = z.strictObject({ id: z.uuid().transform(caseId) });

@Controller('v1/cases/:id/identity-corrections')
export class ListIdentityCorrectionsHttp {
  constructor(private readonly listIdentityCorrections: ListIdentityCorrections) {}

  @Get()
  @Requires('case:update')
  @Audited('case.list-identity-corrections', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listIdentityCorrections.execute(context, path.id);
  }
}
