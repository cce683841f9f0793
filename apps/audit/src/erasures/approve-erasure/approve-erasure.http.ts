import { Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { ApproveErasure } from './approve-erasure.js';

const Path = z.strictObject({ id: z.uuid() });

@Controller('v1/audit/erasures/:id/approvals')
export class ApproveErasureHttp {
  constructor(private readonly approveErasure: ApproveErasure) {}

  @Post()
  @Requires('erasure:approve')
  @Audited('details.erase', 'E', 'operations')
  approve(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
  ) {
    return this.approveErasure.execute(context, path.id, seenVersion);
  }
}
