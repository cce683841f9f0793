import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { SendMails } from './send-mails.js';

@Injectable()
export class SendMailsTimer {
  constructor(private readonly sendMails: SendMails) {}

  @Every(15_000)
  run(): Promise<number> {
    return this.sendMails.execute();
  }
}
