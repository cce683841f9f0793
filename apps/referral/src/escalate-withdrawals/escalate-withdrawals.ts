import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { withdrawalOverdue } from '../domain/consent-events.js';
import { escalate } from '../domain/withdrawal.js';
import { lockOverdueNotices, saveEscalation } from '../storage/withdrawal.store.js';

/** Notices that one run takes; the next run takes the next ones. */
const atOnce = 100;

/** Says aloud, once for each, that a holder is silent. */
@Injectable()
export class EscalateWithdrawals {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many were found overdue. */
  execute(): Promise<number> {
    return this.uow.timer(escalating, async (tx, act, now) => {
      const overdue = await lockOverdueNotices(tx, now, atOnce);
      for (const notice of overdue) {
        const escalated = escalate(notice, now);
        if (!escalated) continue;
        await saveEscalation(tx, escalated);
        act.announce(withdrawalOverdue(escalated));
        act.trail.touched('withdrawal-notice', notice.id, { version: escalated.version });
        act.trail.about(notice.caseId);
      }
      return overdue.length;
    });
  }
}

const escalating = { type: 'withdrawal-notice.escalate', action: 'U', purpose: 'operations' } as const;
