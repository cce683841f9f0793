import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnServiceAttended } from './on-service-attended.js';

@Controller()
export class OnServiceAttendedConsumer {
  constructor(private readonly onServiceAttended: OnServiceAttended) {}

  @OnEvent('service-event.attended.v1')
  handle(@Payload() event: ReceivedEvent<'service-event.attended.v1'>, @Ctx() { tx }: EventContext) {
    return this.onServiceAttended.execute(tx, event);
  }
}
