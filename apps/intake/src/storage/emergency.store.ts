import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import { compact } from '@rujukan/persistence';
import type { CaseFile } from '../domain/case.js';
import type { EmergencyAccess } from '../domain/emergency.js';
import { agencyId, caseId, type AgencyId, type CaseId } from '../domain/ids.js';
import { CaseSchema } from './case.row.js';
import { findCase } from './case.store.js';

export interface EmergencyRow {
  readonly id: string;
  readonly case_id: string;
  readonly version: number;
  readonly subject: string;
  readonly agency_id: string;
  readonly custodian_agency_id: string;
  readonly reason: EmergencyAccess['reason'];
  readonly note: Buffer;
  readonly started_at: Date;
  readonly ends_at: Date;
  readonly ended_at: Date | null;
  readonly review_due_at: Date;
  readonly reviewed_at: Date | null;
  readonly finding: EmergencyAccess['finding'] | null;
  readonly finding_note: Buffer | null;
}

/** A case by its exact number, whoever asks: for as long as this transaction lasts, and for nothing but its row. */
export async function findCaseByNumber(tx: EntityManager, number: string): Promise<CaseFile | undefined> {
  await tx.query(`select set_config('app.case_number', $1, true)`, [number]);
  const row = await tx.getRepository(CaseSchema).findOne({ where: { number }, select: { id: true } });
  return row === null ? undefined : findCase(tx, caseId(row.id));
}

/** @returns false where this person has another that has not ended. */
export async function insertEmergency(
  tx: EntityManager,
  sealer: Sealer,
  access: EmergencyAccess,
  note: string,
): Promise<boolean> {
  const sealed = await sealer.seal(tx, access.caseId, placeOf(access.id, 'note'), note);
  const written = await tx.query<object[]>(
    `insert into emergency_access (id, case_id, version, subject, agency_id, custodian_agency_id, reason, note, started_at,
       ends_at, review_due_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict do nothing returning id`,
    [
      access.id,
      access.caseId,
      access.version,
      access.subject,
      access.agencyId,
      access.custodianAgencyId,
      access.reason,
      sealed,
      access.startedAt,
      access.endsAt,
      access.reviewDueAt,
    ],
  );
  return written.length > 0;
}

/** What this person has of this case and no timer has ended. */
export async function findOpenEmergency(
  tx: EntityManager,
  id: CaseId,
  { subject, agency }: { readonly subject: string; readonly agency: AgencyId },
): Promise<EmergencyAccess | undefined> {
  const [row] = await tx.query<EmergencyRow[]>(
    `select * from emergency_access where case_id = $1 and subject = $2 and agency_id = $3 and ended_at is null`,
    [id, subject, agency],
  );
  return row && toEmergency(row);
}

/** Kept from others until the transaction ends; under the API's role only where the caller may review. */
export async function lockEmergency(tx: EntityManager, id: string): Promise<EmergencyAccess | undefined> {
  const [row] = await tx.query<EmergencyRow[]>('select * from emergency_access where id = $1 for update', [
    id,
  ]);
  return row && toEmergency(row);
}

export async function findEmergency(tx: EntityManager, id: string): Promise<EmergencyAccess | undefined> {
  const [row] = await tx.query<EmergencyRow[]>('select * from emergency_access where id = $1', [id]);
  return row && toEmergency(row);
}

export async function saveReview(
  tx: EntityManager,
  sealer: Sealer,
  access: EmergencyAccess,
  { by, note }: { readonly by: string; readonly note?: string | undefined },
): Promise<void> {
  const place = placeOf(access.id, 'finding_note');
  const sealed = note === undefined ? null : await sealer.seal(tx, access.caseId, place, note);
  await tx.query(
    `update emergency_access set version = $2, ended_at = $3, reviewed_at = $4, reviewed_by = $5, finding = $6, finding_note = $7
      where id = $1`,
    [access.id, access.version, access.endedAt, access.reviewedAt, by, access.finding, sealed],
  );
}

export interface Ended {
  readonly id: string;
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly endsAt: Date;
}

/** Ends what is over. Another worker's are passed over. */
export async function endEmergencies(tx: EntityManager, now: Date, limit: number): Promise<Ended[]> {
  const [rows] = await tx.query<
    [{ id: string; case_id: string; agency_id: string; ends_at: Date }[], number]
  >(
    `update emergency_access set ended_at = ends_at, version = version + 1
      where id in (select id from emergency_access where ended_at is null and ends_at <= $1
        order by ends_at limit $2 for update skip locked)
      returning id, case_id, agency_id, ends_at`,
    [now, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    caseId: caseId(row.case_id),
    agencyId: agencyId(row.agency_id),
    endsAt: row.ends_at,
  }));
}

/** What is not reviewed yet is the new custodian's to review. */
export async function moveReviews(tx: EntityManager, id: CaseId, to: AgencyId): Promise<void> {
  await tx.query(
    'update emergency_access set custodian_agency_id = $2 where case_id = $1 and reviewed_at is null',
    [id, to],
  );
}

/** The words of whoever opened the case, and of whoever reviewed it, as long as the case is kept. */
export async function openNotes(tx: EntityManager, sealer: Sealer, row: EmergencyRow) {
  const { case_id: scope, note, finding_note: findingNote } = row;
  const open = (column: string, blob: Buffer) => sealer.openIfKept(tx, scope, placeOf(row.id, column), blob);
  return compact({
    note: await open('note', note),
    findingNote: findingNote === null ? undefined : await open('finding_note', findingNote),
  });
}

const placeOf = (rowId: string, column: string) => ({ table: 'emergency_access', column, rowId });

export const toEmergency = (row: EmergencyRow): EmergencyAccess => ({
  id: row.id,
  caseId: caseId(row.case_id),
  version: row.version,
  subject: row.subject,
  agencyId: agencyId(row.agency_id),
  custodianAgencyId: agencyId(row.custodian_agency_id),
  reason: row.reason,
  startedAt: row.started_at,
  endsAt: row.ends_at,
  reviewDueAt: row.review_due_at,
  ...compact({ endedAt: row.ended_at, reviewedAt: row.reviewed_at, finding: row.finding }),
});
