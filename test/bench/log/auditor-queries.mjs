// @ts-check
// B8: an auditor's questions by person, by child and by record, each of whom has a tenth of the log: the first page and the
// 10,000th. Asked with the rights of the API, row security on; what recording the question costs is B4.
import { UnitOfWork } from '@rujukan/persistence';
import { contextFor } from '@rujukan/testing';
import { systemClock } from '@rujukan/time';
import { findEntries } from '../../../apps/audit/dist/storage/find-entries.js';
import { percentile } from '../requests.mjs';
import { busiest, kinds } from './made-entries.mjs';

const pageSize = 100;
const rounds = 300;
const warmUps = 20;

/** Each way to ask, and where its page `n` begins: by offset, once and outside of the time that is measured. */
const questions = /** @type {const} */ ([
  ['person', { actor: busiest(kinds.person) }, 'select seq from audit_entry where actor_sub = $1'],
  ['child', { subject: busiest(kinds.child) }, 'select seq from audit_subject where subject = $1'],
  ['record', { entity: busiest(kinds.record) }, 'select seq from audit_entity where entity_id = $1'],
]);

/** @param {import('./log-server.mjs').LoadedLog} log @returns {Promise<import('../measures.mjs').Row[]>} */
export async function auditorQueries(log) {
  const uow = new UnitOfWork(log.app, 'audit', systemClock);
  const context = contextFor({ agencyId: null, roles: ['auditor'] });
  const deep = Math.min(10_000, Math.floor(log.entries / 10 / pageSize));
  /** @type {import('../measures.mjs').Row[]} */
  const rows = [];
  for (const [name, criteria, positions] of questions)
    for (const page of [1, deep]) {
      const [position] = await log.owner.query(`${positions} order by seq desc offset $2 limit 1`, [
        Object.values(criteria)[0],
        (page - 1) * pageSize,
      ]);
      const before = Number(position.seq) + 1;
      /** @type {number[]} */
      const times = [];
      for (let round = -warmUps; round < rounds; round += 1) {
        const began = performance.now();
        const found = await uow.readPublic(context, (tx) =>
          findEntries(tx, criteria, { limit: pageSize, before }),
        );
        if (round >= 0) times.push(performance.now() - began);
        if (found.items.length !== pageSize) throw new Error(`page ${page} by ${name} is not full`);
      }
      rows.push({
        name: `B8 by ${name}, page ${page} of ${log.entries} entries, p95`,
        value: percentile(times, 0.95),
        unit: 'ms',
        aim: '<= 5',
      });
    }
  return rows;
}
