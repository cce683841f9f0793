import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { ReportId } from '../domain/ids.js';
import { agencyOf, mayReadReport, standingTo, type ReportView } from '../domain/policy.js';
import { triageActions, type Report } from '../domain/report.js';
import { readContent, readReporterContact } from '../storage/report-content.store.js';
import { findReport } from '../storage/report.store.js';

/** One report, as far as the caller's agency may know it. */
@Injectable()
export class GetReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: ReportId) {
    return this.unitOfWork.read(context, async (tx, act) => {
      const report = await findReport(tx, id);
      const view = report ? mayReadReport(context.actor, report) : refuse('not-found');
      if (!report || !view.ok) {
        act.trail.touched('report', id);
        return refuse('not-found');
      }
      const shown = await this.open(tx, report, view.value);
      const cases = await casesOf(tx, report.id, agencyOf(context.actor));
      const standing = standingTo(report, agencyOf(context.actor));
      act.trail
        .touched('report', id, { version: report.version, fields: Object.keys(shown).sort() })
        .about(...cases.map((one) => one.id))
        .allowedBy(`report-${standing}`);
      return done({
        ...stateOf(report),
        allowedActions: standing === 'recipient' ? triageActions(report) : [],
        ...shown,
        cases,
      });
    });
  }

  private async open(tx: EntityManager, report: Report, view: ReportView) {
    const content = view.showsContent ? await readContent(tx, this.sealer, report.id) : {};
    const reporterContact = view.showsReporter
      ? await readReporterContact(tx, this.sealer, report.id)
      : undefined;
    return { ...content, ...compact({ reporterContact }) };
  }
}

const stateOf = (report: Report) => ({
  id: report.id,
  number: report.number,
  status: report.status,
  version: report.version,
  filedByAgencyId: report.filedByAgencyId,
  recipientAgencyId: report.recipientAgencyId,
  receivedAt: report.receivedAt,
  ...(report.status === 'insufficient-info' ? { missing: report.missing } : {}),
  ...(report.status === 'linked-duplicate' ? { primaryReportId: report.primaryReportId } : {}),
  ...(report.status === 'accepted' ? { incidentId: report.incidentId } : {}),
});

/** Cases that came of the report and that the agency may open. */
const casesOf = (
  tx: EntityManager,
  id: ReportId,
  agency: string | null,
): Promise<{ id: string; number: string }[]> =>
  tx.query(
    `select file.id, file.number from case_file file
      where file.report_id = $1 and exists (select 1 from case_access held
        where held.case_id = file.id and held.agency_id = $2 and held.ended_at is null)
      order by file.id`,
    [id, agency],
  );
