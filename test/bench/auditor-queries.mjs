// @ts-check
// B8: an auditor's questions by person, by child and by record, the first page and one far back. By itself on a database
// of its own: `node test/bench/auditor-queries.mjs 10000000`, with the backing services running.
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { testDatabase } from '@rujukan/testing';
import { loadEntries } from '../../apps/audit/dist/storage/fixtures/many-entries.js';
import { findEntries } from '../../apps/audit/dist/storage/find-entries.js';
import { migrations } from '../../apps/audit/dist/storage/migrations.js';
import { percentile } from './requests.mjs';

const pageSize = 100;
const rounds = 200;

/** @param {string} kind */
const seventh = (kind) => `0195718e-5a00-7000-8000-${kind}${'7'.padStart(10, '0')}`;

/** Each way to ask, and where its page `n` begins: by offset, once and outside of the time that is measured. */
const questions = /** @type {const} */ ([
  ['person', { actor: seventh('a0') }, 'select seq from audit_entry where actor_sub = $1'],
  ['child', { subject: seventh('c0') }, 'select seq from audit_subject where subject = $1'],
  ['record', { entity: seventh('e0') }, 'select seq from audit_entity where entity_id = $1'],
]);

/** @param {number} entries @returns {Promise<import('./measures.mjs').Row[]>} */
export async function auditorQueries(entries) {
  const database = await testDatabase('audit', [...migrations]);
  try {
    // Ten of each, so that one has a tenth of the log: page 10,000 exists from ten million entries on.
    await loadEntries(database.owner, entries, { people: 10, children: 10, records: 10 });
    const deep = Math.min(10_000, Math.floor(entries / 10 / pageSize));
    /** @type {import('./measures.mjs').Row[]} */
    const rows = [];
    for (const [name, criteria, positions] of questions)
      for (const page of [1, deep]) {
        const [position] = await database.owner.query(`${positions} order by seq desc offset $2 limit 1`, [
          Object.values(criteria)[0],
          (page - 1) * pageSize,
        ]);
        const before = Number(position.seq) + 1;
        /** @type {number[]} */
        const times = [];
        for (let round = 0; round < rounds; round += 1) {
          const began = performance.now();
          const found = await findEntries(database.owner.manager, criteria, { limit: pageSize, before });
          times.push(performance.now() - began);
          if (found.items.length !== pageSize) throw new Error(`page ${page} by ${name} is not full`);
        }
        rows.push({
          name: `B8 by ${name}, page ${page} of ${entries} entries, p95`,
          value: percentile(times, 0.95),
          unit: 'ms',
          aim: '<= 5',
        });
      }
    return rows;
  } finally {
    await database.close();
  }
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href)
  console.table(await auditorQueries(Number(argv[2] ?? 1_000_000)));
