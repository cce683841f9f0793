import type { EntityManager } from 'typeorm';
import { compact, newId } from '@rujukan/persistence';
import type { Sealer } from '@rujukan/sealing';
import type { ReportId } from '../domain/ids.js';
import type { Report } from '../domain/report.js';
import type { Guardian, ReportContent, ReportedChild, ReporterContact } from '../domain/report-content.js';
import { ReportChildSchema, ReportSchema, triageColumns, type ReportChildRow } from './report.row.js';
import { SealedRow } from './sealed-row.js';

/** Stores a new report: state and codes in the open, identity and narrative sealed under the report's own key. */
export async function insertReport(
  tx: EntityManager,
  sealer: Sealer,
  report: Report,
  content: ReportContent,
): Promise<void> {
  const sealed = await sealedReport(tx, sealer, report.id).seal({
    reporterContact: json(content.reporterContact),
    placeDescription: content.place.description,
    summary: content.summary,
    policeReportNumber: content.policeReportNumber,
  });
  await tx.getRepository(ReportSchema).insert({
    ...sealed,
    summary: sealed.summary!,
    id: report.id,
    number: report.number,
    filedByAgencyId: report.filedByAgencyId,
    receivedAt: report.receivedAt,
    ...triageColumns(report),
    channel: content.channel,
    reporterRole: content.reporterRole,
    isAnonymous: content.isAnonymous,
    occurredAt: content.occurredAt ?? null,
    placeType: content.place.type,
    areaCode: content.place.areaCode ?? null,
    immediateSafety: content.immediateSafety,
    exploitationTypes: content.exploitationTypes,
    modus: content.modus,
    platforms: content.platforms,
    contributingFactors: content.contributingFactors,
    childrenCount: content.children.length,
  });
  const rows: ReportChildRow[] = [];
  for (const [index, child] of content.children.entries())
    rows.push(await childRow(tx, sealer, { report, position: index + 1, child }));
  await tx.getRepository(ReportChildSchema).insert(rows);
}

async function childRow(
  tx: EntityManager,
  sealer: Sealer,
  { report, position, child }: { report: Report; position: number; child: ReportedChild },
): Promise<ReportChildRow> {
  const id = newId(report.receivedAt);
  const sealed = await sealedChild(tx, sealer, { id, reportId: report.id }).seal({
    name: child.name,
    birthDate: child.birthDate,
    nik: child.nik,
    residenceAddress: child.residence?.address,
    guardian: json(child.guardian),
    currentLocation: child.currentLocation,
  });
  return {
    ...sealed,
    id,
    reportId: report.id,
    position,
    sex: child.sex,
    statedAge: child.statedAge ?? null,
    ageCertainty: child.ageCertainty,
    residenceAreaCode: child.residence?.areaCode ?? null,
    languages: child.languages,
    hasDisability: child.hasDisability,
  };
}

/** Opens everything a report says. The caller has made sure that someone may know it. */
export async function readContent(tx: EntityManager, sealer: Sealer, id: ReportId): Promise<ReportContent> {
  const row = await tx
    .getRepository(ReportSchema)
    .createQueryBuilder('report')
    .addSelect(['report.placeDescription', 'report.summary', 'report.policeReportNumber'])
    .where('report.id = :id', { id })
    .getOneOrFail();
  const sealed = sealedReport(tx, sealer, id);
  return compact({
    channel: row.channel,
    reporterRole: row.reporterRole,
    isAnonymous: row.isAnonymous,
    occurredAt: row.occurredAt,
    place: compact({
      type: row.placeType,
      areaCode: row.areaCode,
      description: await sealed.open('placeDescription', row.placeDescription),
    }),
    summary: (await sealed.open('summary', row.summary))!,
    immediateSafety: row.immediateSafety,
    policeReportNumber: await sealed.open('policeReportNumber', row.policeReportNumber),
    children: await readChildren(tx, sealer, id),
    exploitationTypes: row.exploitationTypes,
    modus: row.modus,
    platforms: row.platforms,
    contributingFactors: row.contributingFactors,
  });
}

/** Opens how to reach the reporter; undefined when nobody said. */
export async function readReporterContact(
  tx: EntityManager,
  sealer: Sealer,
  id: ReportId,
): Promise<ReporterContact | undefined> {
  const row = await tx
    .getRepository(ReportSchema)
    .findOneOrFail({ where: { id }, select: { id: true, reporterContact: true } });
  return parsed<ReporterContact>(
    await sealedReport(tx, sealer, id).open('reporterContact', row.reporterContact),
  );
}

async function readChildren(tx: EntityManager, sealer: Sealer, id: ReportId): Promise<ReportedChild[]> {
  const rows = await tx
    .getRepository(ReportChildSchema)
    .createQueryBuilder('child')
    .addSelect(
      ['name', 'birthDate', 'nik', 'residenceAddress', 'guardian', 'currentLocation'].map(
        (one) => `child.${one}`,
      ),
    )
    .where('child.reportId = :id', { id })
    .orderBy('child.position')
    .getMany();
  const children: ReportedChild[] = [];
  for (const row of rows) children.push(await toChild(sealedChild(tx, sealer, row), row));
  return children;
}

async function toChild(sealed: SealedRow, row: ReportChildRow): Promise<ReportedChild> {
  const address = await sealed.open('residenceAddress', row.residenceAddress);
  const residence = compact({ areaCode: row.residenceAreaCode, address });
  return compact({
    name: await sealed.open('name', row.name),
    sex: row.sex,
    birthDate: await sealed.open('birthDate', row.birthDate),
    statedAge: row.statedAge,
    ageCertainty: row.ageCertainty,
    nik: await sealed.open('nik', row.nik),
    residence: Object.keys(residence).length > 0 ? residence : undefined,
    guardian: parsed<Guardian>(await sealed.open('guardian', row.guardian)),
    currentLocation: await sealed.open('currentLocation', row.currentLocation),
    languages: row.languages,
    hasDisability: row.hasDisability,
  });
}

const sealedReport = (tx: EntityManager, sealer: Sealer, id: string): SealedRow =>
  new SealedRow(tx, sealer, { table: 'report', rowId: id, scopeId: id });

const sealedChild = (
  tx: EntityManager,
  sealer: Sealer,
  row: Pick<ReportChildRow, 'id' | 'reportId'>,
): SealedRow => new SealedRow(tx, sealer, { table: 'report_child', rowId: row.id, scopeId: row.reportId });

const json = (value: object | undefined): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

const parsed = <T>(text: string | undefined): T | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as T);
