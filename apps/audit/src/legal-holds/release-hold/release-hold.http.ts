import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { ReleaseHold } from './release-hold.js';

const Path = z.strictObject({ id: z.uuid() });
const Release = z.strictObject({ reason: z.string().trim().min(10).max(2_000) });

@Controller('v1/audit/legal-holds/:id/releases')
export class ReleaseHoldHttp {
  constructor(private readonly releaseHold: ReleaseHold) {}

  @Post()
  @Requires('legal-hold:write')
  @Audited('legal-hold.release', 'U', 'operations')
  release(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Release }) { reason }: z.output<typeof Release>,
  ) {
    return this.releaseHold.execute(context, path.id, seenVersion, reason);
  }
}
