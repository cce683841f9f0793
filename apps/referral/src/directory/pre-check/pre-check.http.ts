import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { ageBand, serviceType, sex } from '@rujukan/contracts';
import { Context, Requires, Unrecorded } from '@rujukan/http';
import { z } from 'zod';
import { PreCheck } from './pre-check.query.js';

/** Nothing in it could be a child's: a band, a kecamatan, languages. */
const Question = z.strictObject({
  serviceTypes: z.array(z.enum(serviceType.codes)).min(1).max(5),
  ageBand: z.enum(ageBand.codes).default('unknown'),
  sex: z.enum(sex.codes).default('unknown'),
  areaCode: z
    .string()
    .max(8)
    .regex(/^\d{2}\.\d{2}\.\d{2}$/)
    .exactOptional(),
  languages: z
    .array(
      z
        .string()
        .max(3)
        .regex(/^[a-z]{2,3}$/),
    )
    .max(20)
    .default([]),
  hasDisability: z.boolean().default(false),
});

@Controller('v1/pre-checks')
export class PreCheckHttp {
  constructor(private readonly preCheck: PreCheck) {}

  @Post()
  @HttpCode(200)
  @Requires('directory:read')
  @Unrecorded('asks the directory about an age band and an area, never about one child')
  check(
    @Context() context: RequestContext,
    @Body({ schema: Question }) { serviceTypes, ...need }: z.output<typeof Question>,
  ) {
    return this.preCheck.execute(context, serviceTypes, need);
  }
}
