import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { handoffKind } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { receiverAsked, termsAsked } from '../../handoff-terms.schema.js';
import { PreviewHandoff } from './preview-handoff.query.js';

/** A handoff as it would be asked for, without a word of what would be written. */
const HandoffDraft = z.strictObject({
  caseId: termsAsked.caseId,
  kind: z.enum(handoffKind.codes),
  to: receiverAsked,
  serviceType: termsAsked.serviceType,
  shareProfile: termsAsked.shareProfile,
  lawfulBasis: termsAsked.lawfulBasis,
  priority: termsAsked.priority,
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
