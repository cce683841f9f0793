import type { EntityManager } from 'typeorm';
import type { AgencyId } from '../domain/ids.js';

/**
 * Does what another agency has agreed to beforehand (its open request is taken by the first, its handoffs follow custody):
 * under that agency's own rights, so that the floor holds for this as for everything, and only while `work` runs.
 */
export async function inNameOf<T>(tx: EntityManager, agency: AgencyId, work: () => Promise<T>): Promise<T> {
  const [row] = await tx.query<{ caller: string | null }[]>(
    `select current_setting('app.agency', true) as caller`,
  );
  const become = (who: string): Promise<unknown> =>
    tx.query(`select set_config('app.agency', $1, true)`, [who]);
  await become(agency);
  const done = await work();
  // Not when the work fails: then the transaction is lost, and this with it.
  await become(row?.caller ?? '');
  return done;
}
