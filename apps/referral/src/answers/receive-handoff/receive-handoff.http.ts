import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ReceiveHandoff } from './receive-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Nothing = z.strictObject({}).optional();

@Controller('v1/handoffs/:id/receipts')
export class ReceiveHandoffHttp {
  constructor(private readonly receiveHandoff: ReceiveHandoff) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.receive', 'U')
  receive(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Nothing }) _: z.output<typeof Nothing>,
  ) {
    return this.receiveHandoff.execute(context, path.id, version);
  }
}
