import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { breachCause, breachedData } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { RecordBreach } from './record-breach.js';

const instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text) => new Date(text));
const text = z.string().trim().min(10).max(4_000);
const Breach = z.strictObject({
  cause: z.enum(breachCause.codes),
  knownAt: instant,
  happenedFrom: instant.optional(),
  happenedTo: instant.optional(),
  dataClasses: z.array(z.enum(breachedData.codes)).min(1).max(20),
  persons: z.int().min(0).max(1_000_000),
  caseIds: z.array(z.uuid()).max(500).default([]),
  agencyIds: z.array(z.uuid()).max(50).default([]),
  description: text,
  handling: text,
});

@Controller('v1/breaches')
export class RecordBreachHttp {
  constructor(private readonly recordBreach: RecordBreach) {}

  @Post()
  @Requires('breach:write')
  @Audited('breach.recorded', 'C', 'operations')
  record(@Context() context: RequestContext, @Body({ schema: Breach }) body: z.output<typeof Breach>) {
    const { description, handling, ...facts } = body;
    return this.recordBreach.execute(context, facts, { description, handling });
  }
}
