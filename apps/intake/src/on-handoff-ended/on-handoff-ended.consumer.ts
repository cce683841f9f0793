import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnHandoffEnded, type HandoffEnded } from './on-handoff-ended.js';

@Controller()
export class OnHandoffEndedConsumer {
  constructor(private readonly onHandoffEnded: OnHandoffEnded) {}

  @OnEvent(
    'handoff.completed.v1',
    'handoff.not-completed.v1',
    'handoff.cancelled.v1',
    'handoff.referred-onward.v1',
    'handoff.entered-in-error.v1',
    'handoff.access-ended.v1',
  )
  handle(@Payload() event: ReceivedEvent<HandoffEnded>, @Ctx() { tx }: EventContext) {
    return this.onHandoffEnded.execute(tx, event);
  }
}
