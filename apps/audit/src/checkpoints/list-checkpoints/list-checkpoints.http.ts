import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { OpenToAll } from '@rujukan/http';
import { ListCheckpoints } from './list-checkpoints.query.js';

const Asked = z.strictObject({
  /** Size of the head behind which the list begins; ask for more with that of the last one. */
  since: z.coerce.number().int().min(-1).max(Number.MAX_SAFE_INTEGER).default(-1),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

@Controller('v1/checkpoints')
export class ListCheckpointsHttp {
  constructor(private readonly listCheckpoints: ListCheckpoints) {}

  @Get()
  @OpenToAll('heads are numbers and hashes, made to be shown to everyone')
  async list(@Query({ schema: Asked }) { since, limit }: z.output<typeof Asked>) {
    return { items: await this.listCheckpoints.execute(since, limit) };
  }
}
