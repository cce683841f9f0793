import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { reportForwarded } from '../domain/events.js';
import type { AgencyId, ReportId } from '../domain/ids.js';
import { forward } from '../domain/report.js';
import { isKnownAgency } from '../storage/known-agency.store.js';
import { insertForwarding, lockForTriage, saveReport } from '../storage/report.store.js';

export interface ForwardingOrder {
  readonly toAgencyId: AgencyId;
  /** Code of `rejection-reason`: why this agency cannot act itself. */
  readonly reason: string;
}

/** Hands a report to the agency that can act on it. Nobody may send a reporter away. */
@Injectable()
export class ForwardReport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: ReportId, seenVersion: number, order: ForwardingOrder) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('report', id).allowedBy('report-recipient');
      const found = await lockForTriage(tx, context.actor, id);
      if (!found.ok) return found;
      if (found.value.version !== seenVersion) return refuse('stale-version');
      const decision = forward(found.value, order.toAgencyId);
      if (!decision.ok) return decision;
      // Nobody would ever triage what was sent to an agency that does not exist.
      if (!(await isKnownAgency(tx, order.toAgencyId))) return refuse('unknown-agency');

      const report = decision.value;
      const from = found.value.recipientAgencyId;
      await insertForwarding(tx, report, {
        from,
        reason: order.reason,
        by: context.actor.subject,
        at: context.now,
      });
      await saveReport(tx, report);
      act.announce(reportForwarded(report, from));
      act.trail.disclosed({ fromOrg: from, toOrg: report.recipientAgencyId, receiptId: report.id });
      return done({
        id: report.id,
        status: report.status,
        version: report.version,
        recipientAgencyId: report.recipientAgencyId,
      });
    });
  }
}
