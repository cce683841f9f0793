import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnCaseOutlineChanged } from './on-case-outline-changed.js';

@Controller()
export class OnCaseOutlineChangedConsumer {
  constructor(private readonly onCaseOutlineChanged: OnCaseOutlineChanged) {}

  @OnEvent('case.outline-changed.v1')
  handle(@Payload() event: ReceivedEvent<'case.outline-changed.v1'>, @Ctx() { tx }: EventContext) {
    return this.onCaseOutlineChanged.execute(tx, event);
  }
}
