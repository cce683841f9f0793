import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ListProofs } from './list-proofs.query.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

@Controller('v1/handoffs/:id/proofs')
export class ListProofsHttp {
  constructor(private readonly listProofs: ListProofs) {}

  @Get()
  @Requires('handoff:read')
  @Audited('receipt.list', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listProofs.execute(context, path.id);
  }
}
