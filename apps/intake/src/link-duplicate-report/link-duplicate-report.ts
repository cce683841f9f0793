import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { reportLinked } from '../domain/events.js';
import type { ReportId } from '../domain/ids.js';
import { linkTo } from '../domain/report.js';
import { lockForTriage, lockReports, saveReport } from '../storage/report.store.js';

/** Ties a report to another one about the same event. Both stay; children are never merged. */
@Injectable()
export class LinkDuplicateReport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: ReportId, seenVersion: number, primaryReportId: ReportId) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('report', id).allowedBy('report-recipient');
      // Both at once and in one order: two reports linked to each other at the same moment would be a circle.
      const primary = (await lockReports(tx, [id, primaryReportId])).find(
        (one) => one.id === primaryReportId,
      );
      const found = await lockForTriage(tx, context.actor, id);
      if (!found.ok) return found;
      if (!primary) return refuse('not-found');
      if (found.value.version !== seenVersion) return refuse('stale-version');
      const decision = linkTo(found.value, primary);
      if (!decision.ok) return decision;

      const report = decision.value;
      await saveReport(tx, report);
      act.announce(reportLinked(report));
      act.trail.touched('report', primary.id);
      return done({
        id: report.id,
        status: report.status,
        version: report.version,
        primaryReportId: report.primaryReportId,
      });
    });
  }
}
