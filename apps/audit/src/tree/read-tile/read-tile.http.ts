import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { OpenToAll } from '@rujukan/http';
import { refuse } from '@rujukan/kernel';
import { parseTilePath } from '@rujukan/tlog';
import { isWithinLog } from '../../domain/log-bounds.js';
import { ReadTile } from './read-tile.query.js';

const Path = z.strictObject({ '*': z.string().max(60) });

/** c2sp.org/tlog-tiles: `tile/<level>/<index>[.p/<width>]`. */
@Controller('tlog/tile')
export class ReadTileHttp {
  constructor(private readonly readTile: ReadTile) {}

  @Get('*')
  @OpenToAll('entries are salted, so that their hashes tell nothing of them')
  async read(
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const tile = parseTilePath(`tile/${path['*']}`);
    if (!tile || tile.level === 'entries' || !isWithinLog(tile.index)) return refuse('not-found');
    const { level } = tile;
    const hashes = await this.readTile.execute({ ...tile, level });
    if (!hashes.ok) return hashes;
    void reply.headers({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    return Buffer.from(hashes.value);
  }
}
