import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { StartHandoff } from './start-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Nothing = z.strictObject({}).optional();

@Controller('v1/handoffs/:id/starts')
export class StartHandoffHttp {
  constructor(private readonly startHandoff: StartHandoff) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.start', 'U', 'service-provision')
  start(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Nothing }) _: z.output<typeof Nothing>,
  ) {
    return this.startHandoff.execute(context, path.id, version);
  }
}
