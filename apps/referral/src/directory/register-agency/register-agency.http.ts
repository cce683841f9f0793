import { Body, Controller, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { agencyType } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { agencyId } from '../../domain/ids.js';
import { RegisterAgency } from './register-agency.js';

const Path = z.strictObject({ id: z.uuid().transform(agencyId) });

const AgencyRecord = z.strictObject({
  // Travels in an event, whose schema says the same: nothing that could be a number of a person.
  code: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z
    .string()
    .trim()
    .min(2)
    .max(120)
    .regex(/^[^\p{C}]+$/u),
  type: z.enum(agencyType.codes),
  areaCode: z
    .string()
    .max(8)
    .regex(/^\d{2}(\.\d{2}){0,2}$/)
    .exactOptional(),
});

@Controller('v1/agencies/:id')
export class RegisterAgencyHttp {
  constructor(private readonly registerAgency: RegisterAgency) {}

  @Put()
  @Requires('directory:write')
  @Audited('agency.register', 'U', 'directory')
  register(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch({ isOptional: true }) seen: number | undefined,
    @Body({ schema: AgencyRecord }) body: z.output<typeof AgencyRecord>,
  ) {
    return this.registerAgency.execute(context, { ...body, id: path.id }, seen);
  }
}
