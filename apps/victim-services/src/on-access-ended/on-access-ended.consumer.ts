import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnAccessEnded } from './on-access-ended.js';

@Controller()
export class OnAccessEndedConsumer {
  constructor(private readonly onAccessEnded: OnAccessEnded) {}

  @OnEvent('handoff.access-ended.v1')
  handle(@Payload() event: ReceivedEvent<'handoff.access-ended.v1'>, @Ctx() { tx }: EventContext) {
    return this.onAccessEnded.execute(tx, event);
  }
}
