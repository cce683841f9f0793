import type { EntityManager } from 'typeorm';
import type { Actor } from '@rujukan/authz';
import type { EventData } from '@rujukan/contracts';
import { agencyId, caseId as asCaseId, type CaseId, type HandoffId } from '../domain/ids.js';
import { agencyOf, type CaseFile, type Grant, type Standing } from '../domain/policy.js';
import { CaseCustodyRow, type CaseCustody } from './case-custody.row.js';

/** How the actor's agency stands to the case now; undefined when it has no business with it. */
export const standingOf = (tx: EntityManager, actor: Actor, caseId: CaseId): Promise<Standing | undefined> =>
  find(tx, actor, caseId, false);

/**
 * The same, held until the end of the transaction: custody does not move, access does not end, the case does not close
 * while the caller decides. Custodians wait for each other; agencies that work under handoffs do not.
 */
export const lockStanding = (
  tx: EntityManager,
  actor: Actor,
  caseId: CaseId,
): Promise<Standing | undefined> => find(tx, actor, caseId, true);

async function find(
  tx: EntityManager,
  actor: Actor,
  caseId: CaseId,
  isLocked: boolean,
): Promise<Standing | undefined> {
  const agency = agencyOf(actor);
  if (agency === null) return undefined;
  const row = await tx.findOne(CaseCustodyRow, {
    where: { caseId, custodianAgencyId: agency },
    ...(isLocked ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
  const [first, ...more] = await tx.query<Grant[]>(
    `select handoff_id as "handoffId", lawful_basis as "lawfulBasis" from case_access
      where case_id = $1 and agency_id = $2 and basis = 'handoff' and ended_at is null order by id
      ${isLocked ? 'for share' : ''}`,
    [caseId, agency],
  );
  if (row) return { basis: 'custodian', file: fileOf(row), grants: first ? [first, ...more] : [] };
  return first && { basis: 'handoff', grants: [first, ...more] };
}

const fileOf = (row: CaseCustody): CaseFile => ({
  caseId: asCaseId(row.caseId),
  custodianAgencyId: agencyId(row.custodianAgencyId),
  epoch: row.epoch,
  riskLevel: row.riskLevel,
  status: row.status,
});

/**
 * Learns of a case, also when it is told of it twice. A change of custody that arrived first is not undone: its epoch
 * is higher.
 *
 * @returns whether the opening custodian holds the case.
 */
export async function openCase(
  tx: EntityManager,
  opened: EventData['case.opened.v1'],
  at: Date,
): Promise<boolean> {
  const [row] = await tx.query<{ epoch: number }[]>(
    `insert into case_custody (case_id, case_number, custodian_agency_id, epoch, risk_level, status)
     values ($1, $2, $3, $4, $5, 'open')
     on conflict (case_id) do update set case_number = excluded.case_number, risk_level = excluded.risk_level
     returning epoch`,
    [opened.caseId, opened.caseNumber, opened.custodianAgencyId, opened.epoch, opened.riskLevel],
  );
  if (row?.epoch !== opened.epoch) return false;
  await beginCustody(tx, opened.caseId, opened.custodianAgencyId, at);
  return true;
}

/** @returns false for old news: custody went further already. */
export async function moveCustody(
  tx: EntityManager,
  changed: EventData['case.custodian-changed.v1'],
  at: Date,
): Promise<boolean> {
  const moved = await tx.query<object[]>(
    `insert into case_custody as held (case_id, custodian_agency_id, epoch, risk_level, status)
     values ($1, $2, $3, 'unassessed', 'open')
     on conflict (case_id) do update set custodian_agency_id = excluded.custodian_agency_id, epoch = excluded.epoch
       where held.epoch < excluded.epoch
     returning epoch`,
    [changed.caseId, changed.toAgencyId, changed.epoch],
  );
  if (moved.length === 0) return false;
  await tx.query(
    `update case_access set ended_at = $2 where case_id = $1 and basis = 'custodian' and ended_at is null`,
    [changed.caseId, at],
  );
  await beginCustody(tx, changed.caseId, changed.toAgencyId, at);
  return true;
}

const beginCustody = (tx: EntityManager, caseId: string, agency: string, at: Date): Promise<unknown> =>
  tx.query(
    `insert into case_access (case_id, agency_id, basis, granted_at) values ($1, $2, 'custodian', $3)
     on conflict (case_id) where basis = 'custodian' and ended_at is null do nothing`,
    [caseId, agency, at],
  );

/** Closes the case and ends everybody's access but the custodian's. */
export async function closeCase(tx: EntityManager, caseId: CaseId, at: Date): Promise<HandoffId[]> {
  await tx.update(CaseCustodyRow, { caseId }, { status: 'closed', closedAt: at });
  const [ended] = await tx.query<[{ handoffId: HandoffId }[], number]>(
    `update case_access set ended_at = $2 where case_id = $1 and basis = 'handoff' and ended_at is null
     returning handoff_id as "handoffId"`,
    [caseId, at],
  );
  return ended.map((row) => row.handoffId);
}
