import type { EntityManager } from 'typeorm';
import type { Grant } from '../domain/disclosure.js';
import type { AgencyId, CaseId } from '../domain/ids.js';

interface Manifest {
  readonly profileVersion: number;
  readonly fieldGroups: readonly string[];
}

export interface HandoffGrant {
  readonly handoffId: string;
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly shareProfile: string;
  /** Manifest of the handoff, where it has one. */
  readonly manifest?: Manifest | undefined;
  readonly at: Date;
}

/** Access of one agency to one case that has not ended, newest first. */
export async function findGrants(tx: EntityManager, id: CaseId, agency: AgencyId): Promise<Grant[]> {
  const rows = await tx.query<AccessRow[]>(
    `select basis, handoff_id, share_profile, field_groups from case_access
      where case_id = $1 and agency_id = $2 and ended_at is null order by id desc`,
    [id, agency],
  );
  return rows.map(toGrant);
}

interface AccessRow {
  readonly basis: 'custodian' | 'handoff';
  readonly handoff_id: string;
  readonly share_profile: string;
  readonly field_groups: string[] | null;
}

const toGrant = (row: AccessRow): Grant =>
  row.basis === 'custodian'
    ? { basis: 'custodian' }
    : {
        basis: 'handoff',
        handoffId: row.handoff_id,
        shareProfile: row.share_profile,
        ...(row.field_groups === null ? {} : { fieldGroups: row.field_groups }),
      };

/** @returns false when the handoff had its grant before, ended or not: a grant is given once. */
export async function grantHandoff(tx: EntityManager, grant: HandoffGrant): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `insert into case_access (case_id, agency_id, basis, handoff_id, share_profile, granted_at, profile_version, field_groups)
     values ($1, $2, 'handoff', $3, $4, $5, $6, $7) on conflict (handoff_id) do nothing returning id`,
    [
      grant.caseId,
      grant.agencyId,
      grant.handoffId,
      grant.shareProfile,
      grant.at,
      grant.manifest?.profileVersion ?? null,
      grant.manifest?.fieldGroups ?? null,
    ],
  );
  return rows.length > 0;
}

/** Ends a handoff's grant. One that is not there yet is put down as ended, so that it cannot begin afterwards. */
export async function endHandoff(
  tx: EntityManager,
  handoff: Omit<HandoffGrant, 'shareProfile' | 'manifest'>,
): Promise<void> {
  await tx.query(
    `insert into case_access (case_id, agency_id, basis, handoff_id, granted_at, ended_at)
     values ($1, $2, 'handoff', $3, $4, $4)
     on conflict (handoff_id) do update set ended_at = coalesce(case_access.ended_at, excluded.ended_at)`,
    [handoff.caseId, handoff.agencyId, handoff.handoffId, handoff.at],
  );
}

/** Custody moves: the old custodian's access ends, the new one's begins, and its own handoffs are no longer needed. */
export async function moveCustody(tx: EntityManager, id: CaseId, to: AgencyId, at: Date): Promise<void> {
  await tx.query(
    `update case_access set ended_at = $3
      where case_id = $1 and ended_at is null and (basis = 'custodian' or agency_id = $2)`,
    [id, to, at],
  );
  await tx.query(
    `insert into case_access (case_id, agency_id, basis, granted_at) values ($1, $2, 'custodian', $3)`,
    [id, to, at],
  );
}

/** Closure ends every access but the custodian's. @returns the agencies concerned. */
export async function endAllHandoffs(tx: EntityManager, id: CaseId, at: Date): Promise<string[]> {
  const [rows] = await tx.query<[{ agency_id: string }[], number]>(
    `update case_access set ended_at = $2
      where case_id = $1 and basis = 'handoff' and ended_at is null returning agency_id`,
    [id, at],
  );
  return rows.map((row) => row.agency_id);
}
