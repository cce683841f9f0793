import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { serviceEventStatus, serviceType } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId, handoffId } from '../domain/ids.js';
import { RecordServiceEvent } from './record-service-event.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

const instant = z.iso
  .datetime({ offset: true })
  .max(35)
  .transform((text) => new Date(text));

const Contact = z.strictObject({
  handoffId: z.uuid().transform(handoffId).optional(),
  serviceType: z.enum(serviceType.codes),
  status: z.enum(serviceEventStatus.codes),
  plannedAt: instant.optional(),
  occurredAt: instant.optional(),
  note: z.string().trim().min(1).max(2_000).optional(),
});

@Controller('v1/cases/:caseId/service-events')
export class RecordServiceEventHttp {
  constructor(private readonly recordServiceEvent: RecordServiceEvent) {}

  @Post()
  @Requires('support:write')
  @Audited('service-event.record', 'C', 'service-provision')
  record(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Contact }) { handoffId: under, ...contact }: z.output<typeof Contact>,
  ) {
    return this.recordServiceEvent.execute(context, path.caseId, contact, under);
  }
}
