import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { overrideReason, serviceType } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { agencyId, caseId } from '../../domain/ids.js';
import { weighingBases } from '../../domain/overrides/override.js';
import { ProposeOverride } from './propose-override.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

const Proposal = z.strictObject({
  basis: z.enum(weighingBases),
  toAgencyId: z.uuid().transform(agencyId),
  serviceType: z.enum(serviceType.codes),
  reason: z.enum(overrideReason.codes),
});

@Controller('v1/cases/:caseId/basis-overrides')
export class ProposeOverrideHttp {
  constructor(private readonly proposeOverride: ProposeOverride) {}

  @Post()
  @Requires('handoff:create')
  @Audited('override.propose', 'C')
  propose(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Proposal }) { toAgencyId, ...proposal }: z.output<typeof Proposal>,
  ) {
    return this.proposeOverride.execute(context, path.caseId, { ...proposal, to: toAgencyId });
  }
}
