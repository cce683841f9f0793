import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { handedOverItem } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { SignMinutes } from './sign-minutes.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Handover = z.strictObject({
  handedOverAt: z.iso
    .datetime({ offset: true })
    .max(40)
    .transform((text) => new Date(text)),
  items: z.array(z.enum(handedOverItem.codes)).min(1).max(handedOverItem.codes.length),
});

@Controller('v1/handoffs/:id/minutes')
export class SignMinutesHttp {
  constructor(private readonly signMinutes: SignMinutes) {}

  @Post()
  @Requires('handoff:create')
  @Audited('custody.sign-minutes', 'U')
  sign(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Handover }) handover: z.output<typeof Handover>,
  ) {
    return this.signMinutes.execute(context, path.id, handover);
  }
}
