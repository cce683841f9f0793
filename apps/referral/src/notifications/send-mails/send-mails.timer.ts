import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { SendMails } from './send-mails.js';

@Injectable()
export class SendMailsTimer {
  constructor(private readonly sendMails: SendMails) {}

  @Every(15_000)
  async run(): Promise<void> {
    const { failures } = await this.sendMails.execute();
    // Logged like any timer that fails; what could be sent was sent.
    if (failures.length > 0) throw new Error(`desks that could not be written to: ${failures.join(', ')}`);
  }
}
