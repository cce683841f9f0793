import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import { compact } from '@rujukan/persistence';
import type { CaseFile } from '../domain/case.js';
import type { CaseField } from '../domain/disclosure.js';
import type { Guardian } from '../domain/report-content.js';
import { CaseSchema, IncidentSchema, type CaseRow } from './case.row.js';
import { sealedCase } from './case.store.js';

export type CaseFields = Awaited<ReturnType<typeof openCaseContent>>;

/** Columns that must be read for a field to be shown; the others stay in the database. */
const columnsOf: Partial<Record<CaseField, readonly (keyof CaseRow)[]>> = {
  'child.name': ['name'],
  'child.birthDate': ['birthDate'],
  'child.statedAge': ['statedAge'],
  'child.ageCertainty': ['ageCertainty'],
  'child.nik': ['nik'],
  'child.residence': ['residenceAreaCode', 'residenceAddress'],
  'child.guardian': ['guardian'],
  'child.isGuardianSuspect': ['guardian'],
  'child.currentLocation': ['currentLocation'],
  'incident.summary': ['summary'],
  'incident.place': ['placeDescription'],
  policeReportNumber: ['policeReportNumber', 'policeReportedAt'],
};

/** Opens those fields of a case that may be shown, and nothing else: a field that is not visible is not even read. */
export async function openCaseContent(
  tx: EntityManager,
  sealer: Sealer,
  file: CaseFile,
  visible: ReadonlySet<CaseField>,
) {
  const columns = [...visible].flatMap((field) => columnsOf[field] ?? []);
  const row = await tx.getRepository(CaseSchema).findOneOrFail({
    where: { id: file.id },
    select: Object.fromEntries([...columns, 'id'].map((column) => [column, true])),
  });
  const show = <T>(field: CaseField, value: T): T | undefined => (visible.has(field) ? value : undefined);
  const policeReportNumber = await sealedCase(tx, sealer, file.id).open(
    'policeReportNumber',
    row.policeReportNumber,
  );
  return {
    child: await openChild(tx, sealer, { file, row, show }),
    incident: await openIncident(tx, sealer, { file, row, show }),
    ...compact({
      policeReportNumber,
      policeReportedAt: show('policeReportNumber', row.policeReportedAt),
    }),
  };
}

interface Opening {
  readonly file: CaseFile;
  /** Holds the columns of visible fields only. */
  readonly row: Partial<CaseRow>;
  readonly show: <T>(field: CaseField, value: T) => T | undefined;
}

async function openChild(tx: EntityManager, sealer: Sealer, { file, row, show }: Opening) {
  const sealed = sealedCase(tx, sealer, file.id);
  const guardianText = await sealed.open('guardian', row.guardian);
  const guardian = guardianText === undefined ? undefined : (JSON.parse(guardianText) as Guardian);
  const residence = compact({
    areaCode: row.residenceAreaCode,
    address: await sealed.open('residenceAddress', row.residenceAddress),
  });
  return compact({
    name: await sealed.open('name', row.name),
    birthDate: await sealed.open('birthDate', row.birthDate),
    sex: show('child.sex', file.sex),
    statedAge: row.statedAge,
    ageCertainty: row.ageCertainty,
    nik: await sealed.open('nik', row.nik),
    residence: Object.keys(residence).length > 0 ? residence : undefined,
    guardian: show('child.guardian', guardian),
    isGuardianSuspect: show('child.isGuardianSuspect', guardian?.isSuspect),
    currentLocation: await sealed.open('currentLocation', row.currentLocation),
    languages: show('child.languages', file.languages),
    hasDisability: show('child.hasDisability', file.hasDisability),
  });
}

async function openIncident(tx: EntityManager, sealer: Sealer, { file, row, show }: Opening) {
  const sealed = sealedCase(tx, sealer, file.id);
  const incident = await tx.getRepository(IncidentSchema).findOneByOrFail({ id: file.incidentId });
  const place = compact({
    type: incident.placeType,
    areaCode: incident.areaCode,
    description: await sealed.open('placeDescription', row.placeDescription),
  });
  return compact({
    id: incident.id,
    number: incident.number,
    summary: await sealed.open('summary', row.summary),
    place: show('incident.place', place),
    occurredAt: show('incident.occurredAt', incident.occurredAt),
    exploitationTypes: show('incident.exploitationTypes', incident.exploitationTypes),
    modus: show('incident.modus', incident.modus),
    platforms: show('incident.platforms', incident.platforms),
    contributingFactors: show('incident.contributingFactors', incident.contributingFactors),
    immediateSafety: show('incident.immediateSafety', incident.immediateSafety),
  });
}
