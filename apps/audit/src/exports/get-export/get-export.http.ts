import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { GetExport } from './get-export.query.js';

const Path = z.strictObject({ id: z.uuid() });

@Controller('v1/audit/exports/:id')
export class GetExportHttp {
  constructor(private readonly getExport: GetExport) {}

  @Get()
  @Requires('export:read')
  @Audited('export.read', 'R', 'audit')
  get(@Context() context: RequestContext, @Param({ schema: Path }) { id }: z.output<typeof Path>) {
    return this.getExport.execute(context, id);
  }
}
