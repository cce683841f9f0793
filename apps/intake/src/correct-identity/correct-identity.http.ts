import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { ageCertainty, identityCorrectionReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { caseId } from '../domain/ids.js';
import { CorrectIdentity } from './correct-identity.js';

const Path = z.strictObject({ id: z.uuid().transform(caseId) });
const IdentityCorrection = z
  .strictObject({
    reason: z.enum(identityCorrectionReason.codes),
    name: z.string().trim().min(1).max(200).exactOptional(),
    birthDate: z.iso.date().min(1).max(10).exactOptional(),
    statedAge: z.int().min(0).max(110).exactOptional(),
    ageCertainty: z.enum(ageCertainty.codes).exactOptional(),
    nik: z
      .string()
      .max(16)
      .regex(/^\d{16}$/)
      .exactOptional(),
  })
  .refine((body) => Object.keys(body).length > 1);

@Controller('v1/cases/:id/identity-corrections')
export class CorrectIdentityHttp {
  constructor(private readonly correctIdentity: CorrectIdentity) {}

  @Post()
  @Requires('case:update')
  @Audited('case.correct-identity', 'U')
  correct(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: IdentityCorrection }) body: z.output<typeof IdentityCorrection>,
  ) {
    return this.correctIdentity.execute(context, path.id, seenVersion, body);
  }
}
