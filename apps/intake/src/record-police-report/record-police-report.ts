import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork, type Act } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { CaseFile } from '../domain/case.js';
import { breach, meet, type ClockIn } from '../domain/clock.js';
import { clockBreached, clockMet } from '../domain/events.js';
import type { CaseId } from '../domain/ids.js';
import { mayRecordPoliceReport } from '../domain/policy.js';
import { findCase, lockCase, savePoliceReport } from '../storage/case.store.js';
import { lockClock, saveClock } from '../storage/clock.store.js';

/** The police know: their number is kept and the 72-hour clock stops. */
@Injectable()
export class RecordPoliceReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: CaseId, seenVersion: number, policeReportNumber: string) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('case', id).about(id).allowedBy('custody');
      const file = (await lockCase(tx, id)) ?? (await findCase(tx, id));
      if (!file) return refuse('not-found');
      const allowed = mayRecordPoliceReport(context.actor, file);
      if (!allowed.ok) return allowed;
      if (file.version !== seenVersion) return refuse('stale-version');
      const stopped = await stop(tx, act, file, context.now);
      if (!stopped.ok) return stopped;

      const next = { ...file, version: file.version + 1 };
      await savePoliceReport(tx, this.sealer, next, { number: policeReportNumber, at: context.now });
      const { id: clockId, state, isLate } = stopped.value;
      return done({ id: file.id, version: next.version, clock: { id: clockId, state, isLate } });
    });
  }
}

async function stop(
  tx: EntityManager,
  act: Act,
  file: CaseFile,
  now: Date,
): Promise<Outcome<ClockIn<'met'>, 'clock-not-running'>> {
  const clock = await lockClock(tx, file.id);
  if (!clock) return refuse('clock-not-running');
  // Too late, and the timer has not come by yet: the breach is told all the same.
  const late = breach(clock, now);
  const met = meet(late.ok ? late.value : clock, now);
  if (!met.ok) return met;
  await saveClock(tx, met.value);
  if (late.ok) act.announce(clockBreached(late.value));
  act.announce(clockMet(met.value));
  act.trail.touched('clock', clock.id);
  return met;
}
