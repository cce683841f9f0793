import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { FieldGroup } from '@rujukan/contracts';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { reportMarkedInsufficient } from '../domain/events.js';
import type { ReportId } from '../domain/ids.js';
import { markInsufficient } from '../domain/report.js';
import { lockForTriage, saveReport } from '../storage/report.store.js';

/** Says what is missing before anyone can act. The report stays open and can be accepted as soon as it is known. */
@Injectable()
export class MarkReportInsufficient {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: ReportId, seenVersion: number, missing: readonly FieldGroup[]) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('report', id).allowedBy('report-recipient');
      const found = await lockForTriage(tx, context.actor, id);
      if (!found.ok) return found;
      if (found.value.version !== seenVersion) return refuse('stale-version');
      const decision = markInsufficient(found.value, missing);
      if (!decision.ok) return decision;

      const report = decision.value;
      await saveReport(tx, report);
      act.announce(reportMarkedInsufficient(report));
      return done({ id: report.id, status: report.status, version: report.version, missing: report.missing });
    });
  }
}
