import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { refuse } from '@rujukan/kernel';
import { parseTilePath } from '@rujukan/tlog';
import { isWithinLog } from '../../domain/log-bounds.js';
import { ReadBundle } from './read-bundle.query.js';

const Path = z.strictObject({ '*': z.string().max(60) });

/** c2sp.org/tlog-tiles: `tile/entries/<index>[.p/<width>]`. Tiles of hashes are for everyone; these are not. */
@Controller('tlog/tile/entries')
export class ReadBundleHttp {
  constructor(private readonly readBundle: ReadBundle) {}

  @Get('*')
  @Requires('audit:read')
  @Audited('audit.read', 'R', 'audit')
  async read(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const bundle = parseTilePath(`tile/entries/${path['*']}`);
    if (!bundle || !isWithinLog(bundle.index)) return refuse('not-found');
    const entries = await this.readBundle.execute(context, bundle);
    if (!entries.ok) return entries;
    void reply.header('content-type', 'application/octet-stream');
    return Buffer.from(entries.value);
  }
}
