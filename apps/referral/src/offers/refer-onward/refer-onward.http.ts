import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { receiverAsked, termsAsked } from '../../handoff-terms.schema.js';
import { ReferOnward } from './refer-onward.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Onward = z.strictObject({ to: receiverAsked, purpose: termsAsked.purpose, note: termsAsked.note });

@Controller('v1/handoffs/:id/onward-referrals')
export class ReferOnwardHttp {
  constructor(private readonly referOnward: ReferOnward) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.refer-onward', 'C')
  refer(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Onward }) { to, ...texts }: z.output<typeof Onward>,
  ) {
    const { agencyId, ...service } = to;
    return this.referOnward.execute(
      context,
      { id: path.id, version },
      { to: { to: agencyId, ...service }, texts },
    );
  }
}
