import { Body, Controller, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { locationId, serviceId } from '../../domain/ids.js';
import { RegisterLocation } from './register-location.js';

const Path = z.strictObject({ id: z.uuid().transform(locationId) });

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(2)
    .max(most)
    .regex(/^[^\p{C}]+$/u);

const LocationRecord = z.strictObject({
  name: line(120),
  address: z.strictObject({
    street: line(200),
    city: line(80),
    province: line(80),
    postalCode: z
      .string()
      .max(5)
      .regex(/^\d{5}$/),
  }),
  areaCode: z
    .string()
    .max(8)
    .regex(/^\d{2}(\.\d{2}){2}$/),
  isConfidential: z.boolean(),
  serviceIds: z.array(z.uuid().transform(serviceId)).max(50),
});

@Controller('v1/locations/:id')
export class RegisterLocationHttp {
  constructor(private readonly registerLocation: RegisterLocation) {}

  @Put()
  @Requires('location:write')
  @Audited('location.register', 'U', 'directory')
  register(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch({ isOptional: true }) seen: number | undefined,
    @Body({ schema: LocationRecord }) body: z.output<typeof LocationRecord>,
  ) {
    return this.registerLocation.execute(context, { ...body, id: path.id }, seen);
  }
}
