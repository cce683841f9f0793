import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { ReadDetail } from './read-detail.query.js';

const Path = z.strictObject({
  seq: z.string().max(15).regex(/^\d+$/).transform(Number),
});

@Controller('v1/entries/:seq/detail')
export class ReadDetailHttp {
  constructor(private readonly readDetail: ReadDetail) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.read-detail', 'R', 'audit')
  read(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.readDetail.execute(context, path.seq);
  }
}
