import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnAgencyRegistered } from './on-agency-registered.js';

@Controller()
export class OnAgencyRegisteredConsumer {
  constructor(private readonly onAgencyRegistered: OnAgencyRegistered) {}

  @OnEvent('directory.agency-registered.v1')
  handle(@Payload() event: ReceivedEvent<'directory.agency-registered.v1'>, @Ctx() { tx }: EventContext) {
    return this.onAgencyRegistered.execute(tx, event);
  }
}
