import type { EntityManager } from 'typeorm';

/** Registers beside the log: rows of one agency, found the same way in each. */
type Register = 'breach' | 'data_subject_request' | 'erasure' | 'legal_hold';

export interface RegisterQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly status?: string | undefined;
}

interface Reader {
  readonly agencyId: string | null;
  /** Whether every agency's rows are hers to see. */
  readonly isOverseer: boolean;
}

/** Newest first; one row more than `limit` where there is a next page. @param after the last id of the page before */
export const findInRegister = <Row>(
  tx: EntityManager,
  register: Register,
  { agencyId, isOverseer }: Reader,
  { limit, status, after }: RegisterQuery & { readonly after: string | undefined },
): Promise<Row[]> =>
  tx.query<Row[]>(
    `select * from ${register}
      where (agency_id = $1 or $2) and ($3::text is null or status = $3) and ($4::uuid is null or id < $4)
      order by id desc limit $5`,
    [agencyId, isOverseer, status ?? null, after ?? null, limit + 1],
  );
