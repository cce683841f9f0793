import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { lateReason, milestone } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { agencyId, caseId } from '../../domain/ids.js';
import { RecordMilestone } from './record-milestone.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

const instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text) => new Date(text));

const Happening = z.strictObject({
  milestone: z.enum(milestone.codes),
  occurredAt: instant,
  /** The agency that must act next; the own one where none is named. */
  nextAgencyId: z.uuid().transform(agencyId).exactOptional(),
  /** Why a limit of the law was missed; needed where this ends one that was. */
  lateReason: z
    .strictObject({ code: z.enum(lateReason.codes), text: z.string().trim().min(10).max(1_000) })
    .exactOptional(),
});

@Controller('v1/cases/:caseId/milestones')
export class RecordMilestoneHttp {
  constructor(private readonly recordMilestone: RecordMilestone) {}

  @Post()
  @Requires('milestone:write')
  @Audited('milestone.record', 'C')
  record(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Happening }) body: z.output<typeof Happening>,
  ) {
    const { milestone: code, nextAgencyId, lateReason: why, occurredAt } = body;
    const happening = { code, occurredAt, ...(nextAgencyId ? { nextAgency: nextAgencyId } : {}) };
    return this.recordMilestone.execute(context, path.caseId, happening, why);
  }
}
