import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnRetentionEnded } from './on-retention-ended.js';

@Controller()
export class OnRetentionEndedConsumer {
  constructor(private readonly onRetentionEnded: OnRetentionEnded) {}

  @OnEvent('case.retention-ended.v1')
  handle(@Payload() event: ReceivedEvent<'case.retention-ended.v1'>, @Ctx() { tx }: EventContext) {
    return this.onRetentionEnded.execute(tx, event);
  }
}
