import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { dataRequester, dataRequestKind, guardianStanding, identityCheck } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { ReceiveRequest } from './receive-request.js';

const Asked = z.strictObject({
  caseId: z.uuid(),
  kind: z.enum(dataRequestKind.codes),
  requester: z.enum(dataRequester.codes),
  guardian: z.enum(guardianStanding.codes),
  identityCheck: z.enum(identityCheck.codes),
  receivedAt: z.iso
    .datetime({ offset: true })
    .max(40)
    .transform((text) => new Date(text)),
  words: z.string().trim().min(3).max(4_000),
});

@Controller('v1/data-subject-requests')
export class ReceiveRequestHttp {
  constructor(private readonly receiveRequest: ReceiveRequest) {}

  @Post()
  @Requires('data-request:write')
  @Audited('data-subject-request.received', 'C', 'operations')
  receive(@Context() context: RequestContext, @Body({ schema: Asked }) body: z.output<typeof Asked>) {
    const { words, ...facts } = body;
    return this.receiveRequest.execute(context, facts, words);
  }
}
