import { readFileSync } from 'node:fs';
import { serviceConfig } from '@rujukan/http';
import { nodeCrypto, parsePolicy, type Policy } from '@rujukan/tlog';

export const config = serviceConfig(process.env);

/**
 * Whom the log and its agencies propose to believe, from the file that POLICY_FILE names; null where none is named: then no
 * witness is asked.
 *
 * @throws when the file is no policy, naming its line.
 */
export function trustPolicy(): Policy | null {
  const file = process.env['POLICY_FILE'];
  if (file === undefined || file === '') return null;
  const policy = parsePolicy(nodeCrypto.sha256, readFileSync(file));
  if (policy.ok) return policy.value;
  throw new Error(`POLICY_FILE is no policy: line ${String(policy.details?.['line'])}`);
}
