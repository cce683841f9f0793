import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ListHandoffClocks } from './list-handoff-clocks.query.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

@Controller('v1/handoffs/:id/clocks')
export class ListHandoffClocksHttp {
  constructor(private readonly listHandoffClocks: ListHandoffClocks) {}

  @Get()
  @Requires('handoff:read')
  @Audited('handoff.read-clocks', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listHandoffClocks.execute(context, path.id);
  }
}
