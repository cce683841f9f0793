import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnCaseCameOfAge } from './on-case-came-of-age.js';

@Controller()
export class OnCaseCameOfAgeConsumer {
  constructor(private readonly onCaseCameOfAge: OnCaseCameOfAge) {}

  @OnEvent('case.came-of-age.v1')
  handle(@Payload() event: ReceivedEvent<'case.came-of-age.v1'>, @Ctx() { tx }: EventContext) {
    return this.onCaseCameOfAge.execute(tx, event);
  }
}
