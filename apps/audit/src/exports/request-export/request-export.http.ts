import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { exportReason } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { criteriaOf, criteriaShape } from '../../entry-criteria.js';
import { RequestExport } from './request-export.js';

const Asked = z.strictObject({ reason: z.enum(exportReason.codes), criteria: z.strictObject(criteriaShape) });

@Controller('v1/audit/exports')
export class RequestExportHttp {
  constructor(private readonly requestExport: RequestExport) {}

  @Post()
  @HttpCode(202)
  @Requires('export:create')
  @Audited('export.create', 'C', 'audit')
  request(@Context() context: RequestContext, @Body({ schema: Asked }) body: z.output<typeof Asked>) {
    return this.requestExport.execute(context, body.reason, criteriaOf(body.criteria));
  }
}
