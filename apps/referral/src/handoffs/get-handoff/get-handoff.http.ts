import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { GetHandoff } from './get-handoff.query.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

@Controller('v1/handoffs/:id')
export class GetHandoffHttp {
  constructor(private readonly getHandoff: GetHandoff) {}

  @Get()
  @Requires('handoff:read')
  @Audited('handoff.read', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getHandoff.execute(context, path.id);
  }
}
