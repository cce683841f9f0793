import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { IssueReceipts } from './issue-receipts.js';

@Injectable()
export class IssueReceiptsTimer {
  constructor(private readonly issueReceipts: IssueReceipts) {}

  @Every(500)
  issue(): Promise<number> {
    return this.issueReceipts.execute();
  }
}
