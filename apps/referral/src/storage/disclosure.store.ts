import { IsNull, type EntityManager } from 'typeorm';
import {
  disclosureOf,
  endOfDisclosure,
  type Disclosure,
  type EmergencyDisclosure,
} from '../domain/disclosures/disclosure.js';
import type { AgencyName } from '../domain/handoffs/envelope.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import { agencyId, caseId, handoffId, type CaseId } from '../domain/ids.js';
import { disclosureRow, type DisclosureRow } from './disclosure.row.js';

/** A line of the ledger as it stands now. */
export type LedgerLine = (Disclosure | EmergencyDisclosure) & {
  readonly names: { readonly from: AgencyName; readonly to: AgencyName };
  /** Absent while the agency may still read. */
  readonly until?: Date;
};

/** What a line is known by: the handoff or the emergency access that gave it. */
export const receiptOf = (line: LedgerLine): string =>
  line.kind === 'emergency' ? line.accessId : line.handoffId;

/** Keeps the ledger in step with a handoff that was saved: its acceptance begins a line, its end ends it. */
export async function followHandoff(tx: EntityManager, handoff: Handoff): Promise<void> {
  const end = endOfDisclosure(handoff);
  if (end)
    await tx.update(disclosureRow, { handoff_id: handoff.terms.id, ended_at: IsNull() }, { ended_at: end });
  else if (handoff.progress.status === 'accepted') await beginDisclosure(tx, disclosureOf(handoff));
}

async function beginDisclosure(tx: EntityManager, disclosure: Disclosure | undefined): Promise<void> {
  if (!disclosure) return;
  const line: DisclosureRow = {
    handoff_id: disclosure.handoffId,
    case_id: disclosure.caseId,
    kind: disclosure.kind,
    from_agency_id: disclosure.from,
    to_agency_id: disclosure.to,
    share_profile: disclosure.shareProfile,
    profile_version: disclosure.profileVersion,
    field_groups: [...disclosure.fieldGroups],
    purpose: disclosure.purpose,
    lawful_basis: disclosure.lawfulBasis.code,
    lawful_basis_article: disclosure.lawfulBasis.article ?? null,
    disclosed_at: disclosure.disclosedAt,
    ended_at: null,
  };
  // A handoff that comes back to `accepted` was disclosed when it was accepted first.
  await tx.createQueryBuilder().insert().into(disclosureRow).values(line).orIgnore().execute();
}

type NamedRow = Omit<DisclosureRow, 'kind' | 'ended_at' | 'share_profile' | 'profile_version'> & {
  from_code: string | null;
  from_name: string | null;
  to_code: string | null;
  to_name: string | null;
  until: Date | null;
} & (
    | (Pick<DisclosureRow, 'share_profile' | 'profile_version'> & { kind: DisclosureRow['kind'] })
    | { kind: 'emergency' }
  );

// A referral's access ends with the handoff, with the case, or when its receiver becomes the custodian; what a
// transfer gave ends when custody moves on.
const ledgerSql = `
  select line.*, sender.code as from_code, sender.name as from_name, receiver.code as to_code,
         receiver.name as to_name,
         case line.kind
           when 'transfer' then (select min(later.since) from custody_period later
             where later.case_id = line.case_id and later.epoch > (select min(own.epoch) from custody_period own
               where own.case_id = line.case_id and own.handoff_id = line.handoff_id))
           when 'emergency' then least(line.ended_at, custody.closed_at)
           else least(line.ended_at, custody.closed_at, (select min(own.since) from custody_period own
             where own.case_id = line.case_id and own.agency_id = line.to_agency_id
               and own.since >= line.disclosed_at))
         end as until
    from (
      select handoff_id, case_id, kind, from_agency_id, to_agency_id, share_profile, profile_version, field_groups,
             purpose, lawful_basis, lawful_basis_article, disclosed_at, ended_at
        from disclosure where case_id = $1
      union all
      select access_id, case_id, 'emergency', from_agency_id, to_agency_id, null, null, field_groups,
             'child-protection-emergency', 'vital-interest', null, disclosed_at, ended_at
        from emergency_disclosure where case_id = $1
    ) line
    left join case_custody custody on custody.case_id = line.case_id
    left join agency sender on sender.id = line.from_agency_id
    left join agency receiver on receiver.id = line.to_agency_id
   where $2::uuid is null or line.handoff_id > $2
   order by line.handoff_id limit $3`;

/** What was disclosed of a case, in the order in which it was asked for. */
export async function findDisclosures(
  tx: EntityManager,
  id: CaseId,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<LedgerLine[]> {
  const rows = await tx.query<NamedRow[]>(ledgerSql, [id, page.after ?? null, page.limit]);
  return rows.map(toLine);
}

const toLine = (row: NamedRow): LedgerLine => ({
  ...(row.kind === 'emergency'
    ? { kind: row.kind, accessId: row.handoff_id }
    : {
        handoffId: handoffId(row.handoff_id),
        kind: row.kind,
        shareProfile: row.share_profile,
        profileVersion: row.profile_version,
      }),
  caseId: caseId(row.case_id),
  from: agencyId(row.from_agency_id),
  to: agencyId(row.to_agency_id),
  fieldGroups: row.field_groups,
  purpose: row.purpose,
  lawfulBasis: {
    code: row.lawful_basis,
    ...(row.lawful_basis_article === null ? {} : { article: row.lawful_basis_article }),
  },
  disclosedAt: row.disclosed_at,
  names: {
    from: nameOf(row.from_agency_id, row.from_code, row.from_name),
    to: nameOf(row.to_agency_id, row.to_code, row.to_name),
  },
  ...(row.until === null ? {} : { until: row.until }),
});

/** The directory may not know yet who opened a case. */
export const nameOf = (id: string, code: string | null, name: string | null): AgencyName => ({
  agencyId: id,
  ...(code === null ? {} : { code }),
  ...(name === null ? {} : { name }),
});
