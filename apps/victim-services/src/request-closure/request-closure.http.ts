import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { closureReason } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../domain/ids.js';
import { RequestClosure } from './request-closure.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

const Asked = z.strictObject({
  reason: z.enum(closureReason.codes),
  note: z.string().trim().min(1).max(2_000).optional(),
});

@Controller('v1/cases/:caseId/closure-requests')
export class RequestClosureHttp {
  constructor(private readonly requestClosure: RequestClosure) {}

  @Post()
  @Requires('closure:request')
  @Audited('closure.request', 'C')
  request(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Asked }) asked: z.output<typeof Asked>,
  ) {
    return this.requestClosure.execute(context, path.caseId, asked);
  }
}
