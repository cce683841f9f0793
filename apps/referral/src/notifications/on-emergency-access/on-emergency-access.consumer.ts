import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnEmergencyAccess, type EmergencyNews } from './on-emergency-access.js';

@Controller()
export class OnEmergencyAccessConsumer {
  constructor(private readonly onEmergencyAccess: OnEmergencyAccess) {}

  @OnEvent('case.emergency-access-started.v1', 'clock.escalated.v1')
  handle(@Payload() event: ReceivedEvent<EmergencyNews>, @Ctx() { tx }: EventContext) {
    return this.onEmergencyAccess.execute(tx, event);
  }
}
