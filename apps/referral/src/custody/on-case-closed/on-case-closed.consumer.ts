import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnCaseClosed } from './on-case-closed.js';

@Controller()
export class OnCaseClosedConsumer {
  constructor(private readonly onCaseClosed: OnCaseClosed) {}

  @OnEvent('case.closed.v1')
  handle(@Payload() event: ReceivedEvent<'case.closed.v1'>, @Ctx() { tx }: EventContext) {
    return this.onCaseClosed.execute(tx, event);
  }
}
