import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { GetMinutes } from './get-minutes.query.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

@Controller('v1/handoffs/:id/minutes')
export class GetMinutesHttp {
  constructor(private readonly getMinutes: GetMinutes) {}

  @Get()
  @Requires('handoff:read')
  @Audited('custody.read-minutes', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getMinutes.execute(context, path.id);
  }
}
