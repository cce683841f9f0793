import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '@rujukan/http';
import { GetCheckpoint } from './get-checkpoint.query.js';

/** c2sp.org/tlog-tiles: the address at which everyone looks for the head of a log. */
@Controller('tlog/checkpoint')
export class GetCheckpointHttp {
  constructor(private readonly getCheckpoint: GetCheckpoint) {}

  @Get()
  @OpenToAll('a head is a number and a hash, made to be shown to everyone')
  async get(@Res({ passthrough: true }) reply: FastifyReply) {
    const head = await this.getCheckpoint.execute();
    if (!head.ok) return head;
    void reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' });
    return head.value;
  }
}
