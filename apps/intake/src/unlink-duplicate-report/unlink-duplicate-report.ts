import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { reportUnlinked } from '../domain/events.js';
import type { ReportId } from '../domain/ids.js';
import { unlink, type UnlinkReason } from '../domain/report.js';
import { lockForTriage, saveReport } from '../storage/report.store.js';

/** The two were not the same after all: the second one waits for triage again, and the log keeps both steps. */
@Injectable()
export class UnlinkDuplicateReport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: ReportId, seenVersion: number, reason: UnlinkReason) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('report', id, { fields: ['primaryReportId'] }).allowedBy('report-recipient');
      const found = await lockForTriage(tx, context.actor, id);
      if (!found.ok) return found;
      if (found.value.version !== seenVersion) return refuse('stale-version');
      const decision = unlink(found.value);
      if (!decision.ok) return decision;

      const { report, linked } = decision.value;
      await saveReport(tx, report);
      act.announce(reportUnlinked(report, linked, reason));
      act.trail.touched('report', linked.primaryReportId);
      return done({ id, status: report.status, version: report.version });
    });
  }
}
