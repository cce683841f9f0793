import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { ListOverrides } from './list-overrides.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

@Controller('v1/cases/:caseId/basis-overrides')
export class ListOverridesHttp {
  constructor(private readonly listOverrides: ListOverrides) {}

  @Get()
  @Requires('consent:read')
  @Audited('override.list', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listOverrides.execute(context, path.caseId);
  }
}
