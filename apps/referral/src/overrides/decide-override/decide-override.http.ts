import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { overrideId } from '../../domain/ids.js';
import { DecideOverride } from './decide-override.js';

const Path = z.strictObject({ id: z.uuid().transform(overrideId) });

const Verdict = z.strictObject({ verdict: z.enum(['approved', 'refused']) });

@Controller('v1/basis-overrides/:id/decisions')
export class DecideOverrideHttp {
  constructor(private readonly decideOverride: DecideOverride) {}

  @Post()
  @Requires('override:approve')
  @Audited('override.decide', 'U')
  decide(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Verdict }) { verdict }: z.output<typeof Verdict>,
  ) {
    return this.decideOverride.execute(context, path.id, version, verdict);
  }
}
