import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, newNumber, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { reportReceived } from '../domain/events.js';
import { examine, tidy } from '../domain/examine-report.js';
import { agencyId, reportId } from '../domain/ids.js';
import { IntakeRules } from '../domain/intake-rules.js';
import { agencyOf } from '../domain/policy.js';
import { receive } from '../domain/report.js';
import type { ReportContent } from '../domain/report-content.js';
import { isKnownAgency } from '../storage/known-agency.store.js';
import { insertReport } from '../storage/report-content.store.js';

export interface FiledReport extends ReportContent {
  /** The agency that must triage, one of the directory; the filing agency itself where nobody is named. */
  readonly recipientAgencyId?: string;
}

/** Takes a report in and gives a receipt. */
@Injectable()
export class FileReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly rules: IntakeRules,
  ) {}

  execute(context: RequestContext, { recipientAgencyId, ...content }: FiledReport) {
    return this.unitOfWork.command(context, async (tx, act) => {
      const agency = agencyOf(context.actor);
      if (agency === null) return refuse('forbidden');
      const errors = examine(content, { now: context.now, isDemo: this.rules.isDemo });
      if (errors.length > 0) return refuse('invalid-request', { errors });
      const recipient = recipientAgencyId === undefined ? agency : agencyId(recipientAgencyId);
      // Nobody would ever triage a report to an agency that does not exist. That one's own does, its token says.
      if (recipient !== agency && !(await isKnownAgency(tx, recipient))) return refuse('unknown-agency');

      const report = receive({
        id: reportId(newId(context.now)),
        number: newNumber('L'),
        filedByAgencyId: agency,
        recipientAgencyId: recipient,
        receivedAt: context.now,
      });
      await insertReport(tx, this.sealer, report, tidy(content));
      act.announce(reportReceived(report, content));
      act.trail.touched('report', report.id, { version: report.version }).allowedBy('filing-agency');
      if (report.recipientAgencyId !== agency)
        act.trail.disclosed({ fromOrg: agency, toOrg: report.recipientAgencyId, receiptId: report.id });
      return done({
        id: report.id,
        number: report.number,
        status: report.status,
        receivedAt: report.receivedAt,
        recipientAgencyId: report.recipientAgencyId,
        version: report.version,
      });
    });
  }
}
