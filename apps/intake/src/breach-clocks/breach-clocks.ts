import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { breach } from '../domain/clock.js';
import { clockBreached } from '../domain/events.js';
import { lockOverdueClocks, saveClock } from '../storage/clock.store.js';

/** Clocks that one run takes; the next run takes the next ones. */
const atOnce = 100;

/** Tells, once for each clock, that its time is up and the duty is still open. */
@Injectable()
export class BreachClocks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many clocks were found overdue. */
  execute(): Promise<number> {
    return this.unitOfWork.timer(breaching, async (tx, act, now) => {
      const overdue = await lockOverdueClocks(tx, now, atOnce);
      for (const clock of overdue) {
        const breached = breach(clock, now);
        if (!breached.ok) continue;
        await saveClock(tx, breached.value);
        act.announce(clockBreached(breached.value));
        act.trail.touched('clock', clock.id).about(clock.caseId);
      }
      return overdue.length;
    });
  }
}

const breaching = { type: 'clock.breach', action: 'U', purpose: 'operations' } as const;
