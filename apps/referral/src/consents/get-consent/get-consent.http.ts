import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { consentId } from '../../domain/ids.js';
import { GetConsent } from './get-consent.query.js';

const Path = z.strictObject({ id: z.uuid().transform(consentId) });

@Controller('v1/consents/:id')
export class GetConsentHttp {
  constructor(private readonly getConsent: GetConsent) {}

  @Get()
  @Requires('consent:read')
  @Audited('consent.read', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getConsent.execute(context, path.id);
  }
}
