import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { meet, needsReason, type DutyClock, type Move } from '@rujukan/clocks';
import { saveLateReason, type LateReason } from '@rujukan/clockwork';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { CaseId } from '../domain/ids.js';
import { mayChangeCase } from '../domain/policy.js';
import { findCase, lockCase, savePoliceReport } from '../storage/case.store.js';
import { clocks, lockPoliceClock } from '../storage/clock.store.js';

export interface PoliceReport {
  readonly policeReportNumber: string;
  /** Why the police were told only after the 72 hours; needed then, and of no use before. */
  readonly lateReason?: LateReason;
}

/** The police know: their number is kept and the 72-hour clock stops. */
@Injectable()
export class RecordPoliceReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: CaseId, seenVersion: number, report: PoliceReport) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('case', id).about(id).allowedBy('custody');
      const file = (await lockCase(tx, id)) ?? (await findCase(tx, id));
      if (!file) return refuse('not-found');
      const allowed = mayChangeCase(context.actor, file);
      if (!allowed.ok) return allowed;
      if (file.version !== seenVersion) return refuse('stale-version');
      const stopped = stop(await lockPoliceClock(tx, file.id), context.now, report);
      if (!stopped.ok) return stopped;

      const { move, lateReason } = stopped.value;
      await clocks.save(tx, act, [move]);
      if (lateReason) {
        await this.keepReason(tx, move.clock, lateReason);
        act.trail.touched('clock', move.clock.id, {
          fields: ['lateReason'],
          facts: { why: lateReason.code },
        });
      }
      const next = { ...file, version: file.version + 1 };
      await savePoliceReport(tx, this.sealer, next, { number: report.policeReportNumber, at: context.now });
      const { id: clockId, state } = move.clock;
      const isLate = 'isLate' in move.clock && move.clock.isLate;
      return done({ id: file.id, version: next.version, clock: { id: clockId, state, isLate } });
    });
  }

  private keepReason(tx: EntityManager, clock: DutyClock, reason: LateReason): Promise<void> {
    return saveLateReason(tx, this.sealer, clock, reason);
  }
}

interface Stopped {
  readonly move: Move;
  readonly lateReason?: LateReason;
}

function stop(
  clock: DutyClock | undefined,
  now: Date,
  { lateReason }: PoliceReport,
): Outcome<Stopped, 'clock-not-running' | 'late-reason-missing'> {
  const move = clock && meet(clock, now);
  if (!clock || !move) return refuse('clock-not-running');
  if (!needsReason(clock, now)) return done({ move });
  return lateReason ? done({ move, lateReason }) : refuse('late-reason-missing', { dueAt: clock.dueAt });
}
