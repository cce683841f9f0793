import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { capacityStatus, capacityUnit } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { isPlausible } from '../../domain/directory/capacity.js';
import { serviceId } from '../../domain/ids.js';
import { ConfirmCapacity } from './confirm-capacity.js';

const Path = z.strictObject({ id: z.uuid().transform(serviceId) });

const places = z.number().int().min(0).max(100_000);

const Confirmation = z
  .strictObject({
    status: z.enum(capacityStatus.codes),
    available: places.exactOptional(),
    maximum: places.exactOptional(),
    unit: z.enum(capacityUnit.codes).exactOptional(),
    nextAvailable: z.iso.date().max(10).exactOptional(),
  })
  .refine(isPlausible);

@Controller('v1/services/:id/capacity-confirmations')
export class ConfirmCapacityHttp {
  constructor(private readonly confirmCapacity: ConfirmCapacity) {}

  @Post()
  @Requires('capacity:write')
  @Audited('capacity.confirm', 'U', 'directory')
  confirm(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seen: number,
    @Body({ schema: Confirmation }) stated: z.output<typeof Confirmation>,
  ) {
    return this.confirmCapacity.execute(context, path.id, seen, stated);
  }
}
