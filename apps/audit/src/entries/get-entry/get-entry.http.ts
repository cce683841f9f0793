import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { GetEntry } from './get-entry.query.js';

const Path = z.strictObject({
  seq: z.string().max(15).regex(/^\d+$/).transform(Number),
});

@Controller('v1/entries/:seq')
export class GetEntryHttp {
  constructor(private readonly getEntry: GetEntry) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.read', 'R', 'audit')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getEntry.execute(context, path.seq);
  }
}
