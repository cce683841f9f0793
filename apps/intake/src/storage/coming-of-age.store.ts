import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import { caseId, type CaseId } from '../domain/ids.js';

// One scope for all cases: a mark must be the same for two children who will be 18 on one day.
const scope = '00000000-0000-7000-8000-000000000018';
const place = { table: 'coming_of_age', column: 'mark' };

/** Remembers the day without keeping it. */
export async function awaitAdulthood(
  tx: EntityManager,
  sealer: Sealer,
  id: CaseId,
  day: string,
): Promise<void> {
  const [mark] = await sealer.mark(tx, scope, place, [day]);
  await tx.query('insert into coming_of_age (case_id, mark) values ($1, $2)', [id, mark]);
}

/** Takes cases whose day is one of these, each once; another worker's are passed over. */
export async function takeAdults(
  tx: EntityManager,
  sealer: Sealer,
  days: readonly string[],
  limit: number,
): Promise<CaseId[]> {
  const marks = await sealer.mark(tx, scope, place, days);
  const [rows] = await tx.query<[{ case_id: string }[], number]>(
    `delete from coming_of_age where case_id in (
       select case_id from coming_of_age where mark = any($1::bytea[])
        order by case_id limit $2 for update skip locked)
     returning case_id`,
    [marks, limit],
  );
  return rows.map((row) => caseId(row.case_id));
}
