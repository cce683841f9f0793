import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { closureId } from '../domain/ids.js';
import { ApproveClosure } from './approve-closure.js';

const Path = z.strictObject({ id: z.uuid().transform(closureId) });
const Nothing = z.strictObject({});

@Controller('v1/closure-requests/:id/approvals')
export class ApproveClosureHttp {
  constructor(private readonly approveClosure: ApproveClosure) {}

  @Post()
  @Requires('closure:approve')
  @Audited('closure.approve', 'U')
  approve(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seen: number,
    @Body({ schema: Nothing }) _body: z.output<typeof Nothing>,
  ) {
    return this.approveClosure.execute(context, path.id, seen);
  }
}
