// @ts-check
// B9: the details of one child over many entries are deleted and their key is destroyed, in a log of its own.
import { randomUUID } from 'node:crypto';
import { Trail } from '@rujukan/audit-trail';
import { keepDetail } from '../../../apps/audit/dist/storage/detail.store.js';
import { anErasableLog } from '../../../apps/audit/dist/storage/fixtures/an-erasure.js';

const other = 100_000;

/** @param {number} count @returns {Promise<import('../measures.mjs').Row[]>} */
export async function eraseDetails(count) {
  const log = await anErasableLog();
  const { owner, app } = log.database;
  const caseId = randomUUID();
  try {
    await app.transaction(async (tx) => {
      await tx.query(`select set_config('app.permissions', 'audit:read', true)`);
      const now = new Date(Date.UTC(2026, 2, 7));
      for (let at = 0; at < count; at += 1)
        await keepDetail(tx, log.sealer, new Trail(), {
          caseId,
          now,
          detail: { criteria: { case: caseId, entity: `record-${at}` } },
        });
    });
    // Their entries, among others that have no detail.
    await owner.query(
      `insert into audit_entry (seq, id, occurred, recorded, type, action, outcome, actor_sub, src, src_seq)
         select row_number() over () - 1, id, now(), now(), 'audit.search', 'R', 's', 'bench', 'audit', row_number() over ()
           from (select id from audit_detail union all select gen_random_uuid() from generate_series(1, $1)) made`,
      [other],
    );
    await owner.query('update log_state set size = $1', [count + other]);
    await owner.query('analyze audit_entry; analyze audit_detail');
    const { id } = await log.requests({ caseId });
    const began = performance.now();
    const erased = await log.approves(id);
    const seconds = (performance.now() - began) / 1_000;
    if (!erased.ok || erased.value.details !== count) throw new Error('not everything was erased');
    return [{ name: `B9 erase ${count} details of one child`, value: seconds, unit: 's', aim: '<= 5' }];
  } finally {
    await log.close();
  }
}
