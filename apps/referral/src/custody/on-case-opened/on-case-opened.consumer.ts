import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnCaseOpened } from './on-case-opened.js';

@Controller()
export class OnCaseOpenedConsumer {
  constructor(private readonly onCaseOpened: OnCaseOpened) {}

  @OnEvent('case.opened.v1')
  handle(@Payload() event: ReceivedEvent<'case.opened.v1'>, @Ctx() { tx }: EventContext) {
    return this.onCaseOpened.execute(tx, event);
  }
}
