import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { EscalateWithdrawals } from './escalate-withdrawals.js';

@Injectable()
export class EscalateWithdrawalsTimer {
  constructor(private readonly escalateWithdrawals: EscalateWithdrawals) {}

  @Every(5_000)
  run(): Promise<number> {
    return this.escalateWithdrawals.execute();
  }
}
