import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { erasureBasis } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { RequestErasure } from './request-erasure.js';

const Wanted = z.strictObject({
  caseId: z.uuid().toLowerCase(),
  basis: z.enum(erasureBasis.codes),
  reason: z.string().trim().min(10).max(2_000),
});

@Controller('v1/audit/erasures')
export class RequestErasureHttp {
  constructor(private readonly requestErasure: RequestErasure) {}

  @Post()
  @Requires('erasure:request')
  @Audited('details.request-erasure', 'C', 'operations')
  request(
    @Context() context: RequestContext,
    @Body({ schema: Wanted }) { reason, ...wanted }: z.output<typeof Wanted>,
  ) {
    return this.requestErasure.execute(context, wanted, reason);
  }
}
