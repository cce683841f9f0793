import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnHandoffRejected } from './on-handoff-rejected.js';

@Controller()
export class OnHandoffRejectedConsumer {
  constructor(private readonly onHandoffRejected: OnHandoffRejected) {}

  @OnEvent('handoff.rejected.v1')
  handle(@Payload() event: ReceivedEvent<'handoff.rejected.v1'>, @Ctx() { tx }: EventContext) {
    return this.onHandoffRejected.execute(tx, event);
  }
}
