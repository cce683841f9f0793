import type { EntityManager } from 'typeorm';
import type { Terms } from '../domain/handoffs/handoff.js';
import { agencyId, caseId, type AgencyId, type CaseId, type HandoffId } from '../domain/ids.js';
import type { ProvenStep } from '../domain/proofs/receipt.js';

/** A step of a handoff with what shows, without this system, that it stands in the audit log. */
export interface Proof {
  /** Place in the log. */
  readonly index: number;
  readonly step: ProvenStep;
  /** Canonical bytes of the entry. */
  readonly entry: Buffer;
  /** The proof file. */
  readonly proof: string;
}

export type Parties = Pick<Terms, 'from' | 'to' | 'kind'> & { readonly caseId: CaseId };

/** Whose handoff it is; for the service's own consequences, which see every row. */
export async function findParties(tx: EntityManager, id: HandoffId): Promise<Parties | undefined> {
  const [row] = await tx.query<{ from: string; to: string; kind: Terms['kind']; case: string }[]>(
    `select from_agency_id as from, to_agency_id as to, kind, case_id as case from handoff where id = $1`,
    [id],
  );
  return row && { from: agencyId(row.from), to: agencyId(row.to), kind: row.kind, caseId: caseId(row.case) };
}

/** Keeps a copy for each keeper; what is there already stays. */
export async function keepProof(
  tx: EntityManager,
  id: HandoffId,
  { index, step, entry, proof }: Proof,
  { keepers, at }: { readonly keepers: readonly AgencyId[]; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into handoff_proof (handoff_id, agency_id, log_index, step, entry, proof, received_at)
       select $1, agency, $3, $4, $5, $6, $7 from unnest($2::uuid[]) as agency on conflict do nothing`,
    [id, keepers, index, step, entry, proof, at],
  );
}

/** An agency's own copies, oldest step first. @param index one of them */
export async function findProofs(
  tx: EntityManager,
  id: HandoffId,
  { agency, index }: { readonly agency: string | null; readonly index?: number },
): Promise<Proof[]> {
  const rows = await tx.query<(Omit<Proof, 'index'> & { index: string })[]>(
    `select log_index as index, step, entry, proof from handoff_proof
      where handoff_id = $1 and agency_id = $2 and ($3::bigint is null or log_index = $3) order by log_index limit 100`,
    [id, agency, index ?? null],
  );
  return rows.map((row) => ({ ...row, index: Number(row.index) }));
}
