import { Body, Controller, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { isSound } from '../../domain/agreements/agreement.js';
import { agencyId, agreementId } from '../../domain/ids.js';
import { RegisterAgreement } from './register-agreement.js';

const Path = z.strictObject({ id: z.uuid().transform(agreementId) });

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(2)
    .max(most)
    .regex(/^[^\p{C}]+$/u);
const day = z.iso.date().max(10);

const AgreementRecord = z
  .strictObject({
    number: line(80),
    title: line(200),
    parties: z
      .array(z.strictObject({ agencyId: z.uuid().transform(agencyId), validFrom: day, validUntil: day }))
      .min(2)
      .max(200),
  })
  .refine(isSound);

@Controller('v1/agreements/:id')
export class RegisterAgreementHttp {
  constructor(private readonly registerAgreement: RegisterAgreement) {}

  @Put()
  @Requires('directory:write')
  @Audited('agreement.register', 'U', 'directory')
  register(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch({ isOptional: true }) seen: number | undefined,
    @Body({ schema: AgreementRecord }) body: z.output<typeof AgreementRecord>,
  ) {
    return this.registerAgreement.execute(context, { ...body, id: path.id }, seen);
  }
}
