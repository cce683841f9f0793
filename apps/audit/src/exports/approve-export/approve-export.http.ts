import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { ApproveExport } from './approve-export.js';

const Path = z.strictObject({ id: z.uuid() });
const Nothing = z.strictObject({});

@Controller('v1/audit/exports/:id/approvals')
export class ApproveExportHttp {
  constructor(private readonly approveExport: ApproveExport) {}

  @Post()
  @Requires('export:approve')
  @Audited('export.approve', 'U', 'oversight')
  approve(
    @Context() context: RequestContext,
    @Param({ schema: Path }) { id }: z.output<typeof Path>,
    @Body({ schema: Nothing }) _body: z.output<typeof Nothing>,
  ) {
    return this.approveExport.execute(context, id);
  }
}
