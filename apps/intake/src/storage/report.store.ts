import type { EntityManager } from 'typeorm';
import type { Actor } from '@rujukan/authz';
import type { FieldGroup } from '@rujukan/contracts';
import { refuse, type Outcome } from '@rujukan/kernel';
import { agencyId, incidentId, reportId, type AgencyId, type CaseId, type ReportId } from '../domain/ids.js';
import { mayTriage } from '../domain/policy.js';
import type { Report, ReportIn } from '../domain/report.js';
import { ReportSchema, triageColumns, type StatusColumns } from './report.row.js';

export async function findReport(tx: EntityManager, id: ReportId): Promise<Report | undefined> {
  const row = await tx.getRepository(ReportSchema).findOneBy({ id });
  return row === null ? undefined : toReport(row);
}

/**
 * Loads a report for triage and keeps others from triaging it until the transaction ends.
 * Only the recipient's row can be locked, so whoever merely knows the report is told so without one.
 */
export async function lockForTriage(
  tx: EntityManager,
  actor: Actor,
  id: ReportId,
): Promise<Outcome<Report, 'not-found' | 'forbidden'>> {
  const [locked] = await lockReports(tx, [id]);
  const report = locked ?? (await findReport(tx, id));
  if (!report) return refuse('not-found');
  const allowed = mayTriage(actor, report);
  return allowed.ok ? { ok: true, value: report } : allowed;
}

/** Locks those of the reports that the caller may triage, always in the same order, so that two callers never wait for each other. */
export async function lockReports(tx: EntityManager, ids: readonly ReportId[]): Promise<Report[]> {
  const rows = await tx
    .getRepository(ReportSchema)
    .createQueryBuilder('report')
    .where('report.id = any(:ids)', { ids })
    .orderBy('report.id')
    .setLock('pessimistic_write')
    .getMany();
  return rows.map(toReport);
}

export async function saveReport(tx: EntityManager, report: Report): Promise<void> {
  const { affected } = await tx.getRepository(ReportSchema).update({ id: report.id }, triageColumns(report));
  if (affected !== 1) throw new Error(`report ${report.id} vanished`);
}

export interface Forwarding {
  readonly from: AgencyId;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export async function insertForwarding(
  tx: EntityManager,
  report: ReportIn<'forwarded'>,
  { from, reason, by, at }: Forwarding,
): Promise<void> {
  await tx.query(
    `insert into report_forwarding (report_id, version, from_agency_id, to_agency_id, reason, forwarded_by, forwarded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [report.id, report.version, from, report.recipientAgencyId, reason, by, at],
  );
}

/** The state that a row tells of. @throws when the row breaks the rules of its own table. */
export function toReport(row: StatusColumns): Report {
  const shared = {
    id: reportId(row.id),
    number: row.number,
    version: row.version,
    filedByAgencyId: agencyId(row.filedByAgencyId),
    recipientAgencyId: agencyId(row.recipientAgencyId),
    formerRecipientIds: row.formerRecipientIds.map(agencyId),
    receivedAt: row.receivedAt,
  };
  switch (row.status) {
    case 'received':
    case 'forwarded':
      return { ...shared, status: row.status };
    case 'insufficient-info':
      return { ...shared, status: row.status, missing: row.missing as FieldGroup[] };
    case 'accepted':
      return { ...shared, status: row.status, incidentId: incidentId(present(row.incidentId)) };
    case 'linked-duplicate':
      return { ...shared, status: row.status, primaryReportId: reportId(present(row.primaryReportId)) };
  }
}

function present(value: string | null): string {
  if (value === null) throw new Error('a report lacks what its state needs');
  return value;
}

/** Reports that a case came of, and those linked to them as duplicates, once no case of theirs has a key any more. */
export async function findReportsWithoutCase(tx: EntityManager, id: CaseId): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `with origin as (
       select report_id from case_file gone where gone.id = $1
         and not exists (select from case_file other join data_key k on k.scope_id = other.id
           where other.report_id = gone.report_id and k.wrapped is not null)
     )
     select r.id from report r join origin o on r.id = o.report_id or r.primary_report_id = o.report_id`,
    [id],
  );
  return rows.map((row) => row.id);
}
