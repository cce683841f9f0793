import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { AssignHandoff } from './assign-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

/** Without a worker it goes back to the desk, for whoever claims it next. */
const Assignment = z.strictObject({ workerId: z.uuid().toLowerCase().exactOptional() });

@Controller('v1/handoffs/:id/assignments')
export class AssignHandoffHttp {
  constructor(private readonly assignHandoff: AssignHandoff) {}

  @Post()
  @Requires('handoff:assign')
  @Audited('handoff.assign', 'U', 'service-provision')
  assign(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Assignment }) { workerId }: z.output<typeof Assignment>,
  ) {
    return this.assignHandoff.execute(context, path.id, workerId);
  }
}
