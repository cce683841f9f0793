// @ts-check
// B4: what a read's audit record costs, with the same statements, the same role, one caller.
import { DataSource } from 'typeorm';
import { dataSourceOptions, UnitOfWork } from '@rujukan/persistence';
import { permissionsOf } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { systemClock } from '@rujukan/time';
import { agencyId } from '../../deploy/demo/directory.mjs';
import { caseIdOf } from './cases.mjs';
import { percentile } from './requests.mjs';

/** @param {import('./stack.mjs').BenchStack} bench @returns {Promise<import('./measures.mjs').Row[]>} */
export async function costOfRecordingReads(bench) {
  const url = bench.description.postgres.databases.referral.app;
  const database = await new DataSource(
    dataSourceOptions({ url, applicationName: 'bench', poolSize: 2 }),
  ).initialize();
  const uow = new UnitOfWork(database, 'referral', systemClock);
  const read = (/** @type {import('typeorm').EntityManager} */ tx) =>
    tx.query('select * from case_custody where case_id = $1', [caseIdOf(1)]);
  const recorded = () =>
    uow.read(context(), async (tx, act) => {
      act.trail.about(caseIdOf(1)).touched('case', caseIdOf(1));
      return done(await read(tx));
    });
  const plain = () => uow.readPublic(context(), read);

  /** @type {{ recorded: number[], plain: number[] }} */
  const times = { recorded: [], plain: [] };
  for (let n = 0; n < 2_000; n += 1) {
    times.recorded.push(await timed(recorded));
    times.plain.push(await timed(plain));
  }
  await database.destroy();
  const [withRecord, without] = [percentile(times.recorded, 0.95), percentile(times.plain, 0.95)];
  return [
    {
      name: 'B4 recording a read, p95',
      value: withRecord - without,
      unit: 'ms',
      aim: '<= 3',
      limit: without,
    },
  ];
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @returns {import('@rujukan/authz').RequestContext} */
const context = () => ({
  actor: {
    subject: '00000000-0000-4000-8000-000000000001',
    agencyId: agencyId('uptd-ptk'),
    roles: ['case-manager'],
    permissions: permissionsOf(['case-manager']),
    clientId: 'bench',
    kind: 'person',
  },
  act: { type: 'case.read', action: 'R', purpose: 'case-management' },
  now: systemClock.now(),
  requestId: 'bench',
  traceId: '0'.repeat(31) + '1',
});
