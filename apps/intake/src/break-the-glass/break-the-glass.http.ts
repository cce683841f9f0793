import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { emergencyReason } from '@rujukan/contracts';
import { Answers, AtMostPerMinute, Audited, Context, Requires, SignedInWithin } from '@rujukan/http';
import { BreakTheGlass } from './break-the-glass.js';

const Breaking = z.strictObject({
  caseNumber: z.string().trim().toUpperCase().min(1).max(20),
  reason: z.enum(emergencyReason.codes),
  note: z.string().trim().min(10).max(1_000),
});
const Broken = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  version: z.int(),
  fieldGroups: z.array(z.string()),
  endsAt: z.iso.datetime(),
  reviewDueAt: z.iso.datetime(),
});

@Controller('v1/emergency-accesses')
export class BreakTheGlassHttp {
  constructor(private readonly breakTheGlass: BreakTheGlass) {}

  @Post()
  @Requires('emergency:use')
  @SignedInWithin(300)
  @AtMostPerMinute(5)
  @Audited('break-glass.start', 'E', 'child-protection-emergency')
  @Answers(Broken, 201)
  start(@Context() context: RequestContext, @Body({ schema: Breaking }) body: z.output<typeof Breaking>) {
    return this.breakTheGlass.execute(context, body);
  }
}
