import type { EntityManager } from 'typeorm';
import type { AgreementState } from '../domain/agreements/agreement.js';
import type { Agency, KnownService } from '../domain/directory/directory.js';
import type { Candidate } from '../domain/directory/fit.js';
import { agencyId } from '../domain/ids.js';
import { localTime } from '../domain/local-time.js';
import type { ServiceRow } from './directory.row.js';
import { toService } from './directory.store.js';

export interface CandidateQuestion {
  /** Who looks; its own services are not looked for. Null has no agreement with anybody. */
  readonly sender: string | null;
  readonly types: readonly KnownService['type'][];
  readonly now: Date;
}

type CandidateRow = ServiceRow & {
  agency_code: string;
  agency_name: string;
  agency_type: Agency['type'];
  agency_area: string | null;
  agreement: AgreementState;
};

/** Every service of these kinds at another agency. */
export async function findCandidates(
  tx: EntityManager,
  { sender, types, now }: CandidateQuestion,
): Promise<Candidate[]> {
  const rows = await tx.query<CandidateRow[]>(
    `select service.*, capacity_next_available::text as capacity_next_available, agency.code as agency_code,
            agency.name as agency_name, agency.type as agency_type, agency.area_code as agency_area,
            agreement_state($1, agency.id, $3) as agreement
       from service join agency on agency.id = agency_id
      where service.type = any($2) and agency.id is distinct from $1
      order by service.id limit 500`,
    [sender, types, localTime(now).day],
  );
  return rows.map((row) => ({
    service: toService(row),
    agency: {
      id: agencyId(row.agency_id),
      code: row.agency_code,
      name: row.agency_name,
      type: row.agency_type,
      ...(row.agency_area === null ? {} : { areaCode: row.agency_area }),
    },
    agreement: row.agreement,
  }));
}
