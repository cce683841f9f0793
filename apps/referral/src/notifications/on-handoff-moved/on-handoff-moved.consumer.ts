import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import type { News } from '../../domain/notifications/notification.js';
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
    'handoff.returned.v1',
    'handoff.waitlisted.v1',
    'handoff.on-hold.v1',
    'handoff.cancel-requested.v1',
    'handoff.cancelled.v1',
    'handoff.expired.v1',
    'handoff.referred-onward.v1',
    'handoff.entered-in-error.v1',
    'handoff.rollback-proposed.v1',
    'handoff.feedback-given.v1',
    'handoff.access-ended.v1',
    'handoff.alternative-proposed.v1',
  )
  handle(@Payload() event: ReceivedEvent<News>, @Ctx() { tx }: EventContext) {
    return this.onHandoffMoved.execute(tx, event);
  }
}
