import { Body, Controller, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { handoffKind, lawfulBasis, priority, serviceType, shareProfileCodes } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { agencyId, caseId, serviceId } from '../domain/ids.js';
import { RequestHandoff } from './request-handoff.js';

const HandoffRequest = z.strictObject({
  caseId: z.uuid().transform(caseId),
  kind: z.enum(handoffKind.codes),
  to: z.strictObject({
    agencyId: z.uuid().transform(agencyId),
    serviceId: z.uuid().transform(serviceId).exactOptional(),
  }),
  serviceType: z.enum(serviceType.codes),
  shareProfile: z.enum(shareProfileCodes),
  lawfulBasis: z.strictObject({
    code: z.enum(lawfulBasis.codes),
    article: z
      .string()
      .max(80)
      .regex(/^[^\p{C}]+$/u)
      .exactOptional(),
  }),
  purpose: z.string().trim().min(1).max(500),
  priority: z.enum(priority.codes),
  note: z.string().trim().min(1).max(2_000).exactOptional(),
});

@Controller('v1/handoffs')
export class RequestHandoffHttp {
  constructor(private readonly requestHandoff: RequestHandoff) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.request', 'C')
  request(
    @Context() context: RequestContext,
    @Body({ schema: HandoffRequest }) { caseId, to, purpose, note, ...ask }: z.output<typeof HandoffRequest>,
  ) {
    const { agencyId, ...service } = to;
    const texts = note === undefined ? { purpose } : { purpose, note };
    return this.requestHandoff.execute(context, caseId, { ...ask, ...service, to: agencyId }, texts);
  }
}
