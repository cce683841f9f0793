import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { holdBasis } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { PlaceHold } from './place-hold.js';

const Hold = z.strictObject({
  caseId: z.uuid().toLowerCase(),
  basis: z.enum(holdBasis.codes),
  reason: z.string().trim().min(10).max(2_000),
});

@Controller('v1/audit/legal-holds')
export class PlaceHoldHttp {
  constructor(private readonly placeHold: PlaceHold) {}

  @Post()
  @Requires('legal-hold:write')
  @Audited('legal-hold.place', 'C', 'operations')
  place(
    @Context() context: RequestContext,
    @Body({ schema: Hold }) { reason, ...hold }: z.output<typeof Hold>,
  ) {
    return this.placeHold.execute(context, hold, reason);
  }
}
