import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import type { ClockNews } from '../../domain/notifications/clock-notices.js';
import { OnClockStruck } from './on-clock-struck.js';

@Controller()
export class OnClockStruckConsumer {
  constructor(private readonly onClockStruck: OnClockStruck) {}

  @OnEvent(
    'clock.warned.v1',
    'clock.breached.v1',
    'clock.escalated.v1',
    'handoff-clock.warned.v1',
    'handoff-clock.breached.v1',
    'handoff-clock.escalated.v1',
  )
  handle(@Payload() event: ReceivedEvent<ClockNews>, @Ctx() { tx }: EventContext) {
    return this.onClockStruck.execute(tx, event);
  }
}
