import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { FollowEmergency, type EmergencyMove } from './follow-emergency.js';

@Controller()
export class FollowEmergencyConsumer {
  constructor(private readonly followEmergency: FollowEmergency) {}

  @OnEvent('case.emergency-access-started.v1', 'case.emergency-access-ended.v1')
  handle(@Payload() event: ReceivedEvent<EmergencyMove>, @Ctx() { tx }: EventContext) {
    return this.followEmergency.execute(tx, event);
  }
}
