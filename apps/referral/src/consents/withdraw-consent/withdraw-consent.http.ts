import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { consentGiver } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { consentId } from '../../domain/ids.js';
import { WithdrawConsent } from './withdraw-consent.js';

const Path = z.strictObject({ id: z.uuid().transform(consentId) });

const Withdrawal = z.strictObject({
  by: z.enum(consentGiver.codes),
  reason: z.enum(['withdrawn', 'entered-in-error']),
  note: z.string().trim().min(1).max(500).exactOptional(),
});

@Controller('v1/consents/:id/withdrawals')
export class WithdrawConsentHttp {
  constructor(private readonly withdrawConsent: WithdrawConsent) {}

  @Post()
  @Requires('consent:write')
  @Audited('consent.withdraw', 'U')
  withdraw(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Withdrawal }) withdrawal: z.output<typeof Withdrawal>,
  ) {
    return this.withdrawConsent.execute(context, path.id, version, withdrawal);
  }
}
