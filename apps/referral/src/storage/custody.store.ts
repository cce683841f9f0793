import { Not, type EntityManager } from 'typeorm';
import type { AgencyType, EventData } from '@rujukan/contracts';
import type { ChildOutline, Custody, KnownCase } from '../domain/custody/custody.js';
import { agencyId, caseId, type CaseId, type HandoffId } from '../domain/ids.js';
import { localTime } from '../domain/local-time.js';
import { unknownReceiver, type Receiver } from '../domain/handoffs/receiver.js';
import type { Ask } from '../domain/handoffs/request.js';
import { caseCustodyRow, closedCaseRow, custodyPeriodRow, type CaseCustodyRow } from './custody.row.js';
import { eligibilityOf } from './directory.row.js';

/** A case as far as the asking agency may have to do with it. */
export interface FoundCase {
  readonly known: KnownCase | undefined;
  /** It works on the case under a referral that it accepted. */
  readonly hasAccess: boolean;
}

const nothing: FoundCase = { known: undefined, hasAccess: false };

const hasAccess = `exists (select from handoff where handoff.case_id = $1 and to_agency_id = $2
  and kind = 'referral' and accepted_at is not null and ended_at is null
  and not exists (select from consent_holder held where held.handoff_id = handoff.id and access_ended_at is not null))`;

export async function findCase(
  tx: EntityManager,
  id: CaseId,
  agency: string | null,
  lock: '' | 'for update' = '',
): Promise<FoundCase> {
  const [row] = await tx.query<(CaseCustodyRow & { has_access: boolean })[]>(
    `select *, ${hasAccess} as has_access from case_custody where case_id = $1 ${lock}`,
    [id, agency],
  );
  return row ? { known: toKnownCase(row), hasAccess: row.has_access } : nothing;
}

/**
 * Locks custody, so that nothing else of this case changes, and looks up what a decision on the request needs.
 * One statement: this is the most used road of the service.
 */
export async function lockForRequest(
  tx: EntityManager,
  id: CaseId,
  { agency, now }: { readonly agency: string | null; readonly now: Date },
  { to, serviceType, serviceId }: Ask,
): Promise<FoundCase & { readonly receiver: Receiver }> {
  const [row] = await tx.query<(CaseCustodyRow & Known & { has_access: boolean })[]>(
    `with locked as (select * from case_custody where case_id = $1 for update)
     select locked.*, ${hasAccess} as has_access,
            (select type from agency where id = $3) as agency_type,
            agreement_state($2, $3, $6) as agreement,
            array(select ${eligibilityOf}
                    from service where agency_id = $3 and type = $4 and id = coalesce($5, id)
                     and status = 'active') as services
       from locked`,
    [id, agency, to, serviceType, serviceId ?? null, localTime(now).day],
  );
  if (!row) return { ...nothing, receiver: unknownReceiver };
  return { known: toKnownCase(row), hasAccess: row.has_access, receiver: toReceiver(row) };
}

type Known = Pick<Receiver, 'agreement' | 'services'> & { agency_type: AgencyType | null };

const toReceiver = ({ agency_type, agreement, services }: Known): Receiver => ({
  ...(agency_type === null ? {} : { agencyType: agency_type }),
  agreement,
  services,
});

/**
 * Learns of a case that intake opened, also when it is known as closed already.
 *
 * @returns false when the case is known: an announcement that is repeated takes custody from nobody.
 */
export async function openCustody(
  tx: EntityManager,
  opened: EventData['case.opened.v1'],
  at: Date,
): Promise<boolean> {
  const { caseId: id, custodianAgencyId, epoch } = opened;
  await lockName(tx, id);
  if (await tx.existsBy(caseCustodyRow, { case_id: id })) return false;
  const closed = await tx.findOneBy(closedCaseRow, { case_id: id });
  await tx.insert(custodyPeriodRow, { case_id: id, epoch, agency_id: custodianAgencyId, since: at });
  await tx.insert(caseCustodyRow, {
    case_id: id,
    case_number: opened.caseNumber,
    custodian_agency_id: custodianAgencyId,
    epoch,
    closed_at: closed?.closed_at ?? null,
    risk_level: opened.riskLevel,
    age_band: opened.ageBand,
    sex: opened.sex,
    area_code: opened.areaCode ?? null,
    languages: opened.languages,
    has_disability: opened.hasDisability,
    guardian_is_suspect: opened.flags?.includes('guardian-is-suspect') ?? false,
  });
  return true;
}

/**
 * From now on nothing is handed off. Remembered also where the case is not known yet.
 *
 * @returns false when it was closed before.
 */
export async function closeCustody(tx: EntityManager, id: CaseId, at: Date): Promise<boolean> {
  await lockName(tx, id);
  if (await tx.existsBy(closedCaseRow, { case_id: id })) return false;
  await tx.insert(closedCaseRow, { case_id: id, closed_at: at });
  await tx.update(caseCustodyRow, { case_id: id }, { closed_at: at });
  return true;
}

/** The same as {@link findCase}, with custody locked, so that nothing else of this case changes. */
export const lockCase = (tx: EntityManager, id: CaseId, agency: string | null): Promise<FoundCase> =>
  findCase(tx, id, agency, 'for update');

/** She is documented to be 18. @returns false when the case is not known, or this was known. */
export async function markAdult(tx: EntityManager, id: CaseId): Promise<boolean> {
  const { affected } = await tx.update(
    caseCustodyRow,
    { case_id: id, age_band: Not('18+') },
    { age_band: '18+' },
  );
  return affected === 1;
}

/** Locks a case that may have no row yet. */
const lockName = (tx: EntityManager, id: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);

/** Writes what a transfer decided, by its acceptance or by its roll-back. */
export async function moveCustody(
  tx: EntityManager,
  { caseId: id, epoch, custodian }: Custody,
  { transfer, at }: { readonly transfer: HandoffId; readonly at: Date },
): Promise<void> {
  await tx.query(
    `with period as (
       insert into custody_period (case_id, epoch, agency_id, since, handoff_id) values ($1, $2, $3, $4, $5))
     update case_custody set epoch = $2, custodian_agency_id = $3 where case_id = $1`,
    [id, epoch, custodian, at, transfer],
  );
}

const toKnownCase = (row: CaseCustodyRow): KnownCase => ({
  custody: {
    caseId: caseId(row.case_id),
    caseNumber: row.case_number,
    custodian: agencyId(row.custodian_agency_id),
    epoch: row.epoch,
    isClosed: row.closed_at !== null,
  },
  child: { ...toOutline(row), sex: row.sex },
  isGuardianSuspect: row.guardian_is_suspect,
});

/** The columns that describe a child in outline are named alike wherever they are kept. */
export const toOutline = (
  row: Pick<CaseCustodyRow, 'risk_level' | 'age_band' | 'area_code' | 'languages' | 'has_disability'>,
): ChildOutline => ({
  riskLevel: row.risk_level,
  ageBand: row.age_band,
  ...(row.area_code === null ? {} : { areaCode: row.area_code }),
  languages: row.languages,
  hasDisability: row.has_disability,
});
