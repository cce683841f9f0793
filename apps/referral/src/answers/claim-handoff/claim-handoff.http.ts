import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ClaimHandoff } from './claim-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Nothing = z.strictObject({}).optional();

@Controller('v1/handoffs/:id/claims')
export class ClaimHandoffHttp {
  constructor(private readonly claimHandoff: ClaimHandoff) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.claim', 'U', 'service-provision')
  claim(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Nothing }) _: z.output<typeof Nothing>,
  ) {
    return this.claimHandoff.execute(context, path.id);
  }
}
