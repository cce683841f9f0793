import { Body, Controller, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { handoffKind } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { receiverAsked, termsAsked } from '../../handoff-terms.schema.js';
import { RequestHandoff } from './request-handoff.js';

const HandoffRequest = z.strictObject({
  ...termsAsked,
  kind: z.enum(handoffKind.codes),
  to: receiverAsked,
  /** Written down and sent later, with POST /v1/handoffs/{id}/requests. */
  draft: z.boolean().exactOptional(),
});

@Controller('v1/handoffs')
export class RequestHandoffHttp {
  constructor(private readonly requestHandoff: RequestHandoff) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.request', 'C')
  request(
    @Context() context: RequestContext,
    @Body({ schema: HandoffRequest }) body: z.output<typeof HandoffRequest>,
  ) {
    const { caseId, to, kind, serviceType, shareProfile, lawfulBasis, priority, ...letter } = body;
    const { agencyId, ...service } = to;
    const ask = { kind, serviceType, shareProfile, lawfulBasis, priority, ...service, to: agencyId };
    return this.requestHandoff.execute(context, caseId, ask, letter);
  }
}
