import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { SendDraft } from './send-draft.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Nothing = z.strictObject({}).optional();

@Controller('v1/handoffs/:id/requests')
export class SendDraftHttp {
  constructor(private readonly sendDraft: SendDraft) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.send', 'U')
  send(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Nothing }) _: z.output<typeof Nothing>,
  ) {
    return this.sendDraft.execute(context, path.id, version);
  }
}
