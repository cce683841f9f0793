import type { EntityManager } from 'typeorm';
import type { ChildOutline } from '../domain/custody/custody.js';
import type { AgencyName } from '../domain/handoffs/envelope.js';
import type { Candidate } from '../domain/directory/fit.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import type { HandoffId } from '../domain/ids.js';
import { caseCustodyRow } from './custody.row.js';
import { toOutline } from './custody.store.js';
import { handoffRow } from './handoff.row.js';
import { toHandoff } from './handoff.store.js';

/** A declined handoff, whom it was for, and which agencies the case was offered to for the same service. */
export interface Declined {
  readonly handoff: Handoff;
  /** As the case describes her: the envelope may be gone by now. */
  readonly child: ChildOutline;
  readonly asked: readonly string[];
}

export async function findDeclined(tx: EntityManager, id: HandoffId): Promise<Declined | undefined> {
  const row = await tx.findOneBy(handoffRow, { id });
  if (!row) return undefined;
  const child = await tx.findOneByOrFail(caseCustodyRow, { case_id: row.case_id });
  const asked = await tx.query<{ to_agency_id: string }[]>(
    'select distinct to_agency_id from handoff where case_id = $1 and service_type = $2',
    [row.case_id, row.service_type],
  );
  return {
    handoff: toHandoff({ ...row, envelope: null }),
    child: { ...toOutline(child), sex: child.sex },
    asked: asked.map(({ to_agency_id }) => to_agency_id),
  };
}

/** Counts it: which service was full, where, how urgent; whose case it was is not kept. @returns false when it was. */
export async function recordDecline(
  tx: EntityManager,
  { handoff: { terms }, child }: Declined,
  at: Date,
): Promise<boolean> {
  const recorded = await tx.query<object[]>(
    `insert into capacity_decline (handoff_id, agency_id, service_type, area_code, risk_level, declined_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (handoff_id) do nothing returning handoff_id`,
    [terms.id, terms.to, terms.serviceType, child.areaCode ?? null, child.riskLevel, at],
  );
  return recorded.length === 1;
}

/** Kept also where nobody fits: it was looked for. */
export async function saveProposal(
  tx: EntityManager,
  { handoff: { terms } }: Declined,
  candidate: Candidate | undefined,
  at: Date,
): Promise<void> {
  await tx.query(
    'insert into handoff_proposal (handoff_id, agency_id, service_id, proposed_at) values ($1, $2, $3, $4)',
    [terms.id, candidate?.agency.id ?? null, candidate?.service.id ?? null, at],
  );
}

/** Whom to ask next after a decline for capacity. */
export interface Proposal {
  readonly agency: AgencyName;
  readonly serviceId: string;
  readonly proposedAt: Date;
}

/** Undefined where nobody fits. The sender alone sees it: row security hides it from everybody else. */
export async function findProposal(tx: EntityManager, id: HandoffId): Promise<Proposal | undefined> {
  const [row] = await tx.query<
    { agency_id: string | null; code: string; name: string; service_id: string | null; proposed_at: Date }[]
  >(
    `select agency_id, code, name, service_id, proposed_at
       from handoff_proposal left join agency on agency.id = agency_id where handoff_id = $1`,
    [id],
  );
  if (!row) return undefined;
  const { agency_id: agencyId, code, name, service_id: serviceId, proposed_at: proposedAt } = row;
  if (agencyId === null || serviceId === null) return undefined;
  return { agency: { agencyId, code, name }, serviceId, proposedAt };
}
