import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnHandoffRequested } from './on-handoff-requested.js';

@Controller()
export class OnHandoffRequestedConsumer {
  constructor(private readonly onHandoffRequested: OnHandoffRequested) {}

  @OnEvent('handoff.requested.v1')
  handle(@Payload() event: ReceivedEvent<'handoff.requested.v1'>, @Ctx() { tx }: EventContext) {
    return this.onHandoffRequested.execute(tx, event);
  }
}
