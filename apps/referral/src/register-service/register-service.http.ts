import { Body, Controller, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { capacityStatus, serviceType } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { agencyId, serviceId } from '../domain/ids.js';
import { RegisterService } from './register-service.js';

const Path = z.strictObject({ id: z.uuid().transform(serviceId) });

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
  capacity: z
    .strictObject({
      status: z.enum(capacityStatus.codes),
      available: places.exactOptional(),
      maximum: places.exactOptional(),
    })
    .refine(({ available, maximum }) => (available ?? 0) <= (maximum ?? available ?? 0)),
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
