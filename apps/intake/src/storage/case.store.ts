import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import { compact } from '@rujukan/persistence';
import { adulthoodOf } from '../domain/adulthood.js';
import type { CaseFile } from '../domain/case.js';
import { agencyId, caseId, incidentId, reportId, type CaseId } from '../domain/ids.js';
import type { ReportContent, ReportedChild } from '../domain/report-content.js';
import { awaitAdulthood } from './coming-of-age.store.js';
import { CaseSchema, type CaseRow, type IncidentRow, IncidentSchema } from './case.row.js';
import { SealedRow } from './sealed-row.js';

/** What only the case's own answer shows: the child, and the story as it was reported. */
export interface CaseContent {
  readonly child: ReportedChild;
  readonly report: ReportContent;
}

export async function insertIncident(tx: EntityManager, incident: IncidentRow): Promise<void> {
  await tx.getRepository(IncidentSchema).insert(incident);
}

/** Stores a new case with its custodian's access; identity and narrative are sealed under the case's own key. */
export async function insertCase(
  tx: EntityManager,
  sealer: Sealer,
  file: CaseFile,
  { child, report }: CaseContent,
): Promise<void> {
  const sealed = await sealedCase(tx, sealer, file.id).seal({
    name: child.name,
    birthDate: child.birthDate,
    nik: child.nik,
    residenceAddress: child.residence?.address,
    guardian: child.guardian && JSON.stringify(child.guardian),
    currentLocation: child.currentLocation,
    summary: report.summary,
    placeDescription: report.place.description,
    policeReportNumber: report.policeReportNumber,
  });
  await tx.getRepository(CaseSchema).insert({
    ...sealed,
    summary: sealed.summary!,
    ...custodyColumns(file),
    id: file.id,
    number: file.number,
    incidentId: file.incidentId,
    reportId: file.reportId,
    riskLevel: file.riskLevel,
    ageBand: file.ageBand,
    sex: file.sex,
    areaCode: file.areaCode ?? null,
    languages: file.languages,
    hasDisability: file.hasDisability,
    openedAt: file.openedAt,
    statedAge: child.statedAge ?? null,
    ageCertainty: child.ageCertainty,
    residenceAreaCode: child.residence?.areaCode ?? null,
    policeReportedAt: report.policeReportNumber === undefined ? null : file.openedAt,
  });
  await tx.query(
    `insert into case_access (case_id, agency_id, basis, granted_at) values ($1, $2, 'custodian', $3)`,
    [file.id, file.custodianAgencyId, file.openedAt],
  );
  const adulthood = adulthoodOf(child, file.openedAt);
  if (adulthood !== undefined) await awaitAdulthood(tx, sealer, file.id, adulthood);
}

/** A case that the caller may see, or undefined. */
export async function findCase(tx: EntityManager, id: CaseId): Promise<CaseFile | undefined> {
  const row = await tx.getRepository(CaseSchema).findOneBy({ id });
  return row === null ? undefined : toCase(row);
}

/** The same, kept from others until the transaction ends; under the API's role the custodian's cases only. */
export async function lockCase(tx: EntityManager, id: CaseId): Promise<CaseFile | undefined> {
  const row = await tx
    .getRepository(CaseSchema)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  return row === null ? undefined : toCase(row);
}

/** Saves custody and closure. */
export async function saveCase(tx: EntityManager, file: CaseFile): Promise<void> {
  const { affected } = await tx.getRepository(CaseSchema).update({ id: file.id }, custodyColumns(file));
  if (affected !== 1) throw new Error(`case ${file.id} vanished`);
}

export async function saveAgeBand(tx: EntityManager, { id, version, ageBand }: CaseFile): Promise<void> {
  const { affected } = await tx.getRepository(CaseSchema).update({ id }, { version, ageBand });
  if (affected !== 1) throw new Error(`case ${id} vanished`);
}

export async function saveRisk(tx: EntityManager, { id, version, riskLevel }: CaseFile): Promise<void> {
  const { affected } = await tx.getRepository(CaseSchema).update({ id }, { version, riskLevel });
  if (affected !== 1) throw new Error(`case ${id} vanished`);
}

export async function savePoliceReport(
  tx: EntityManager,
  sealer: Sealer,
  file: CaseFile,
  report: { number: string; at: Date },
): Promise<void> {
  const sealed = await sealedCase(tx, sealer, file.id).seal({ policeReportNumber: report.number });
  const { affected } = await tx
    .getRepository(CaseSchema)
    .update({ id: file.id }, { version: file.version, ...sealed, policeReportedAt: report.at });
  if (affected !== 1) throw new Error(`case ${file.id} vanished`);
}

export const sealedCase = (tx: EntityManager, sealer: Sealer, id: string): SealedRow =>
  new SealedRow(tx, sealer, { table: 'case_file', rowId: id, scopeId: id });

const custodyColumns = (file: CaseFile) => ({
  version: file.version,
  status: file.status,
  custodianAgencyId: file.custodianAgencyId,
  epoch: file.epoch,
  closedAt: file.status === 'closed' ? file.closedAt : null,
  closureReason: file.status === 'closed' ? file.closureReason : null,
});

function toCase(row: CaseRow): CaseFile {
  const shared = {
    ...compact({ areaCode: row.areaCode }),
    id: caseId(row.id),
    number: row.number,
    version: row.version,
    incidentId: incidentId(row.incidentId),
    reportId: reportId(row.reportId),
    custodianAgencyId: agencyId(row.custodianAgencyId),
    epoch: row.epoch,
    riskLevel: row.riskLevel,
    ageBand: row.ageBand,
    sex: row.sex,
    languages: row.languages,
    hasDisability: row.hasDisability,
    openedAt: row.openedAt,
  };
  if (row.status === 'open') return { ...shared, status: 'open' };
  if (!row.closedAt || row.closureReason === null)
    throw new Error(`case ${row.id} lacks what its state needs`);
  return { ...shared, status: 'closed', closedAt: row.closedAt, closureReason: row.closureReason };
}
