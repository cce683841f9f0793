// @ts-check
// What runs beside the sequencer: the process that signs the heads, the witnesses of two agencies, and who asks these. Keys and memories
// stay with the data, because a signer that forgot what it signed signs nothing.
import { mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { UnitOfWork } from '@rujukan/persistence';
import { systemClock } from '@rujukan/time';
import { nodeCrypto, parsePolicy } from '@rujukan/tlog';
import { programs, services } from '../../../deploy/stack/applications.mjs';
import { launch } from '../../../deploy/stack/processes.mjs';
import { openSecrets } from '../../../deploy/stack/secrets.mjs';
import { anyPorts } from '../../../deploy/stack/stack-ports.mjs';
import { agreeOnTrust, trustFiles } from '../../../deploy/stack/trust.mjs';
import { GatherCosignatures } from '../../../apps/audit/dist/checkpoints/gather-cosignatures/gather-cosignatures.js';
import { layout } from './log-server.mjs';

const wanted = /^(audit-signer|witness-.+)$/;
/** As the worker asks. */
const askEveryMs = 250;
/** Not its warnings: at first no witness answers, and {@link SignedLog.settled} waits for them. */
const quiet = { debug() {}, info() {}, warn() {}, error: console.error };

/** @typedef {Awaited<ReturnType<typeof signedLog>>} SignedLog */

/** @param {import('./log-server.mjs').LoadedLog} log */
export async function signedLog(log) {
  mkdirSync(layout.keys, { recursive: true });
  mkdirSync(layout.state, { recursive: true });
  const ports = await anyPorts();
  await agreeOnTrust(layout.keys, ports);
  const urls = {
    app: log.urlAs('app'),
    worker: log.urlAs('worker'),
    owner: log.urlAs('owner'),
    signer: log.urlAs('signer'),
  };
  const around = {
    ports,
    databases: Object.fromEntries([...services, 'victim_services', 'portal'].map((name) => [name, urls])),
    brokers: '',
    issuer: '',
    trustedClients: [],
    clockFile: layout.clock,
    keys: layout.keys,
    state: layout.state,
    secrets: openSecrets(layout.secrets),
    environment: { LOG_LEVEL: 'warn' },
  };
  const running = programs(around)
    .filter(({ name }) => wanted.test(name))
    .map(({ name, entry, env }) => launch({ name, command: process.execPath, args: [entry], env }, layout));
  const policyFile = trustFiles(layout.keys).policy;
  const policy = parsePolicy(nodeCrypto.sha256, readFileSync(policyFile));
  if (!policy.ok) throw new Error('no policy');
  const gather = new GatherCosignatures(
    new UnitOfWork(log.worker, 'audit', systemClock),
    log.worker,
    policy.value,
    quiet,
  );
  const stopping = new AbortController();
  const asking = (async () => {
    while (!stopping.signal.aborted) {
      await gather.execute();
      await pause(askEveryMs);
    }
  })();
  return {
    policyFile,
    policy: policy.value,
    /** Waits until a head of the whole log is signed and witnessed. @returns {Promise<string>} the head */
    async settled() {
      for (let tries = 0; tries < 600; tries += 1) {
        const [row] = await log.owner.query(
          `select cosigned from log_checkpoint where size = (select size from log_state) and cosigned is not null`,
        );
        if (row) return row.cosigned;
        await pause(100);
      }
      throw new Error('the head of the log was not witnessed within a minute');
    },
    async stop() {
      stopping.abort();
      await asking;
      for (const one of running) await one.stop();
    },
  };
}
