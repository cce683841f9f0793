import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { emergencyFinding } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { ReviewBreakGlass } from './review-break-glass.js';

const Path = z.strictObject({ id: z.uuid() });
const Finding = z.strictObject({
  finding: z.enum(emergencyFinding.codes),
  note: z.string().trim().min(10).max(1_000).optional(),
});

@Controller('v1/emergency-accesses/:id/reviews')
export class ReviewBreakGlassHttp {
  constructor(private readonly reviewBreakGlass: ReviewBreakGlass) {}

  @Post()
  @Requires('emergency:review')
  @Audited('break-glass.review', 'U', 'oversight')
  review(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Finding }) { finding, note }: z.output<typeof Finding>,
  ) {
    const review = { finding, ...(note === undefined ? {} : { note }) };
    return this.reviewBreakGlass.execute(context, path.id, seenVersion, review);
  }
}
