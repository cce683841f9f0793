import { Body, Controller, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { capacityStatus, capacityUnit, serviceStatus, serviceType, sex } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { isPlausible } from '../../domain/directory/capacity.js';
import { agencyId, serviceId } from '../../domain/ids.js';
import { weekdays } from '../../domain/directory/opening-hours.js';
import { RegisterService } from './register-service.js';

const Path = z.strictObject({ id: z.uuid().transform(serviceId) });

const age = z.number().int().min(0).max(150);
const area = z
  .string()
  .max(8)
  .regex(/^\d{2}(\.\d{2}){0,2}$/);
const language = z
  .string()
  .max(3)
  .regex(/^[a-z]{2,3}$/);

const EligibilityRecord = z
  .strictObject({
    minAge: age.exactOptional(),
    maxAge: age.exactOptional(),
    sex: z.array(z.enum(sex.codes)).max(sex.codes.length).default([]),
    areas: z.array(area).max(50).default([]),
    languages: z.array(language).max(20).default([]),
    disabilityAccess: z.boolean().exactOptional(),
  })
  .refine(({ minAge, maxAge }) => (minAge ?? 0) <= (maxAge ?? minAge ?? 0));

const time = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const Hours = z
  .strictObject({ days: z.array(z.enum(weekdays)).min(1).max(7), opens: time, closes: time })
  .refine(({ opens, closes }) => opens < closes);

const places = z.number().int().min(0).max(100_000);

const ServiceRecord = z.strictObject({
  agencyId: z.uuid().transform(agencyId),
  type: z.enum(serviceType.codes),
  name: z
    .string()
    .trim()
    .min(2)
    .max(120)
    .regex(/^[^\p{C}]+$/u),
  status: z.enum(serviceStatus.codes).default('active'),
  eligibility: EligibilityRecord.default({ sex: [], areas: [], languages: [] }),
  openingHours: z.array(Hours).max(14).default([]),
  capacity: z
    .strictObject({
      status: z.enum(capacityStatus.codes),
      available: places.exactOptional(),
      maximum: places.exactOptional(),
      unit: z.enum(capacityUnit.codes).exactOptional(),
      nextAvailable: z.iso.date().max(10).exactOptional(),
    })
    .refine(isPlausible),
});

@Controller('v1/services/:id')
export class RegisterServiceHttp {
  constructor(private readonly registerService: RegisterService) {}

  @Put()
  @Requires('directory:write')
  @Audited('service.register', 'U', 'directory')
  register(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch({ isOptional: true }) seen: number | undefined,
    @Body({ schema: ServiceRecord }) body: z.output<typeof ServiceRecord>,
  ) {
    return this.registerService.execute(context, { ...body, id: path.id }, seen);
  }
}
