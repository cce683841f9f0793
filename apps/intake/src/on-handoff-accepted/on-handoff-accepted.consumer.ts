import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnHandoffAccepted } from './on-handoff-accepted.js';

@Controller()
export class OnHandoffAcceptedConsumer {
  constructor(private readonly onHandoffAccepted: OnHandoffAccepted) {}

  @OnEvent('handoff.accepted.v1')
  handle(@Payload() event: ReceivedEvent<'handoff.accepted.v1'>, @Ctx() { tx }: EventContext) {
    return this.onHandoffAccepted.execute(tx, event);
  }
}
