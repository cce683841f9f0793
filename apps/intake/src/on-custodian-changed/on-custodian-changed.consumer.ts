import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnCustodianChanged } from './on-custodian-changed.js';

@Controller()
export class OnCustodianChangedConsumer {
  constructor(private readonly onCustodianChanged: OnCustodianChanged) {}

  @OnEvent('case.custodian-changed.v1')
  handle(@Payload() event: ReceivedEvent<'case.custodian-changed.v1'>, @Ctx() { tx }: EventContext) {
    return this.onCustodianChanged.execute(tx, event);
  }
}
