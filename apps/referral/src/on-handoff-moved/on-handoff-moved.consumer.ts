import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import type { News } from '../domain/notification.js';
import { OnHandoffMoved } from './on-handoff-moved.js';

@Controller()
export class OnHandoffMovedConsumer {
  constructor(private readonly onHandoffMoved: OnHandoffMoved) {}

  @OnEvent(
    'handoff.requested.v1',
    'handoff.received.v1',
    'handoff.accepted.v1',
    'handoff.in-progress.v1',
    'handoff.rejected.v1',
    'handoff.completed.v1',
    'handoff.not-completed.v1',
    'handoff.feedback-given.v1',
    'handoff.access-ended.v1',
    'handoff.alternative-proposed.v1',
  )
  handle(@Payload() event: ReceivedEvent<News>, @Ctx() { tx }: EventContext) {
    return this.onHandoffMoved.execute(tx, event);
  }
}
