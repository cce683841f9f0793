import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { clocks } from '../../storage/handoff-clocks.store.js';

/** Clocks of one transaction, whose entry must stay within 32 KiB; the next one takes the next ones. */
const atOnce = 50;

/** Tells what time brought: that time runs short, that a deadline passed, and who must hear of it next. */
@Injectable()
export class StrikeClocks {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many clocks were looked at, until none is left that time has brought something. */
  async execute(): Promise<number> {
    let all = 0;
    for (let struck = atOnce; struck === atOnce; all += struck)
      struck = await this.uow.timer(striking, (tx, act, now) => clocks.strike(tx, act, now, atOnce));
    return all;
  }
}

const striking = { type: 'clock.strike', action: 'U', purpose: 'operations' } as const;
