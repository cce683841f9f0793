import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { handoffKind, lawfulBasis, priority, serviceType, shareProfileCodes } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { agencyId, caseId, serviceId } from '../domain/ids.js';
import { PreviewHandoff } from './preview-handoff.query.js';

/** A handoff as it would be asked for, without a word of what would be written. */
const HandoffDraft = z.strictObject({
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
  priority: z.enum(priority.codes),
});

@Controller('v1/handoff-previews')
export class PreviewHandoffHttp {
  constructor(private readonly previewHandoff: PreviewHandoff) {}

  @Post()
  @HttpCode(200)
  @Requires('handoff:create')
  @Audited('handoff.preview', 'E')
  preview(
    @Context() context: RequestContext,
    @Body({ schema: HandoffDraft }) { caseId, to, ...ask }: z.output<typeof HandoffDraft>,
  ) {
    const { agencyId, ...service } = to;
    return this.previewHandoff.execute(context, caseId, { ...ask, ...service, to: agencyId });
  }
}
