import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnEvent, type EventContext, type ReceivedEvent } from '@rujukan/messaging';
import { OnReceiptIssued } from './on-receipt-issued.js';

@Controller()
export class OnReceiptIssuedConsumer {
  constructor(private readonly onReceiptIssued: OnReceiptIssued) {}

  @OnEvent('receipt.issued.v1')
  handle(@Payload() event: ReceivedEvent<'receipt.issued.v1'>, @Ctx() { tx }: EventContext) {
    return this.onReceiptIssued.execute(tx, event);
  }
}
