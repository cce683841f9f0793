// @ts-check
// Who may be believed about the log of this stack: its own key, and the witnesses of three agencies of whom two are enough.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the log, which its heads bear and its key has. */
export const logOrigin = 'rujukan.example/log';

/**
 * Agencies of the demo with a witness. The third has agreed to be one and has a key, and runs none here: so two of three
 * are enough and both are needed, and what a loss does can be seen by stopping one.
 */
export const witnessAgencies = ['uptd-ptk', 'plat'];
const reserve = 'kppad';

/** @param {string} agency */
export const witnessName = (agency) => `${agency}.example/witness`;

/**
 * The files of this trust in the folder of keys. Private keys are PEM, readable by their owner; policy and list of logs are public.
 * @param {string} keys
 */
export const trustFiles = (keys) => ({
  logKey: join(keys, 'log.pem'),
  witnessKey: (/** @type {string} */ agency) => join(keys, `witness-${agency}.pem`),
  /** c2sp.org/tlog-policy: for the audit service, and for whoever verifies. */
  policy: join(keys, 'policy'),
  /** Verifier keys of the logs that the witnesses watch. */
  logs: join(keys, 'witnessed-logs'),
});

/**
 * Makes the keys that are not there yet, and writes who believes whom. Needs built libs.
 * @param {string} keys @param {Record<string, number>} ports
 */
export async function agreeOnTrust(keys, ports) {
  const { signingKeyFile } = await import('@rujukan/head-file');
  const { cosigner, formatVerifierKey, nodeCrypto, noteSigner } = await import('@rujukan/tlog');
  const files = trustFiles(keys);
  const log = formatVerifierKey(noteSigner(nodeCrypto, logOrigin, signingKeyFile(files.logKey)).key);
  const witnesses = [...witnessAgencies, reserve].map((agency) => {
    const key = signingKeyFile(files.witnessKey(agency));
    const { key: verifier } = cosigner(nodeCrypto, witnessName(agency), key, () => new Date());
    const port = ports[`witness-${agency}`];
    const url = port === undefined ? '' : ` http://127.0.0.1:${port}`;
    return `witness ${agency} ${formatVerifierKey(verifier)}${url}`;
  });
  write(files.logs, [log]);
  write(files.policy, [
    `log ${log}`,
    ...witnesses,
    `group agencies 2 ${[...witnessAgencies, reserve].join(' ')}`,
    'quorum agencies',
  ]);
}

/** @param {string} file @param {string[]} lines */
function write(file, lines) {
  writeFileSync(`${file}.draft`, `${lines.join('\n')}\n`);
  renameSync(`${file}.draft`, file);
}
