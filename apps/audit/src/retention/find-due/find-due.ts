import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { closedCase, dueAt, overSince, retentionRules } from '../../domain/retention.js';
import {
  findClosedCases,
  findDue,
  oldestRecorded,
  saveRetention,
  type DueRow,
} from '../../storage/retention.store.js';

/** Cases that one entry names; the register lists all of them. */
const mostNamed = 200;

/** Looks each night which records were kept as long as they may be, and writes into the log what is due. Destroys nothing. */
@Injectable()
export class FindDue {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns cases that are due and that nobody holds. */
  execute(): Promise<readonly DueRow[]> {
    return this.unitOfWork.timer(looking, async (tx, act, now) => {
      const closed = await findClosedCases(tx);
      const rows = closed.map(({ caseId, agencyId, closedAt, cameOfAge }) => ({
        case_id: caseId,
        agency_id: agencyId,
        rule_version: closedCase.version,
        began_at: closedAt,
        due_at: dueAt(closedCase, closedAt, cameOfAge ?? undefined),
      }));
      await saveRetention(tx, rows, closedCase.recordClass);

      act.trail.touched('audit-log', 'retention').allowedBy('retention');
      const oldest = await oldestRecorded(tx);
      for (const rule of retentionRules) {
        const over = overSince(rule, now);
        if (rule.then === 'tell-owner' && oldest !== undefined && oldest <= over)
          act.trail.touched('retention-rule', rule.recordClass, { facts: { due: over.toISOString() } });
      }
      const due = await findDue(tx, { agencyId: null, now, limit: mostNamed });
      const free = due.slice(0, mostNamed).filter((row) => !row.is_held);
      const ids = free.map((row) => row.case_id);
      act.trail.listed('case', ids).about(...ids);
      return free;
    });
  }
}

const looking = { type: 'retention.check', action: 'E', purpose: 'operations' } as const;
