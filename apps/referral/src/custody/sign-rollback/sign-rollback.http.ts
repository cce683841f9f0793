import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { rejectionReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { SignRollback } from './sign-rollback.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Signature = z.strictObject({ reason: z.enum(rejectionReason.codes) });

@Controller('v1/handoffs/:id/rollbacks')
export class SignRollbackHttp {
  constructor(private readonly signRollback: SignRollback) {}

  @Post()
  @Requires('custody:sign')
  @Audited('custody.sign-rollback', 'U')
  sign(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Signature }) { reason }: z.output<typeof Signature>,
  ) {
    return this.signRollback.execute(context, { id: path.id, version }, reason);
  }
}
