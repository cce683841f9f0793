import { Controller, Get, Param, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { toldPerson } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { StateDisclosures } from './state-disclosures.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });
const Reader = z.strictObject({
  for: z.enum(toldPerson.codes),
  language: z.enum(['id', 'en']).default('id'),
});

@Controller('v1/cases/:caseId/disclosure-statement')
export class StateDisclosuresHttp {
  constructor(private readonly stateDisclosures: StateDisclosures) {}

  @Get()
  @Requires('disclosure:read')
  @Audited('disclosure.state', 'R', 'case-management')
  state(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Query({ schema: Reader }) { for: person, language }: z.output<typeof Reader>,
  ) {
    return this.stateDisclosures.execute(context, path.caseId, person, language);
  }
}
