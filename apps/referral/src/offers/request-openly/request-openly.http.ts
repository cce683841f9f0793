import { Body, Controller, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { receiverAsked, termsAsked } from '../../handoff-terms.schema.js';
import { RequestOpenly } from './request-openly.js';

const OpenRequest = z.strictObject({
  ...termsAsked,
  receivers: z.array(receiverAsked).min(2).max(8),
});

@Controller('v1/open-requests')
export class RequestOpenlyHttp {
  constructor(private readonly requestOpenly: RequestOpenly) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.request-openly', 'C')
  request(
    @Context() context: RequestContext,
    @Body({ schema: OpenRequest }) body: z.output<typeof OpenRequest>,
  ) {
    const { caseId, receivers, serviceType, shareProfile, lawfulBasis, priority, ...letter } = body;
    const asks = receivers.map(({ agencyId, ...service }) => ({
      kind: 'referral' as const,
      to: agencyId,
      ...service,
      serviceType,
      shareProfile,
      lawfulBasis,
      priority,
    }));
    return this.requestOpenly.execute(context, caseId, asks, letter);
  }
}
