import { Controller, Get, Param, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { ListDisclosures } from './list-disclosures.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });
const Paging = pageQuery({});

@Controller('v1/cases/:caseId/disclosures')
export class ListDisclosuresHttp {
  constructor(private readonly listDisclosures: ListDisclosures) {}

  @Get()
  @Requires('disclosure:read')
  @Audited('disclosure.list', 'R', 'oversight')
  list(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Query({ schema: Paging }) query: z.output<typeof Paging>,
  ) {
    return this.listDisclosures.execute(context, path.caseId, query);
  }
}
