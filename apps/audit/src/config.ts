import { readFileSync } from 'node:fs';
import { ConfigError, serviceConfig } from '@rujukan/http';
import { nodeCrypto, parsePolicy, type Policy } from '@rujukan/tlog';
import { z } from 'zod';

/** The only reader of the environment. */
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

/**
 * What comes with every evidence package: the policy, and the verifier that VERIFIER_FILE names. Null where there is no
 * policy: then no witness is asked, and there is nothing to prove by.
 *
 * @throws ConfigError without the verifier, when a file is missing.
 */
export function enclosures(): { readonly policy: Buffer; readonly verifier: Buffer } | null {
  const [policy = '', verifier = ''] = [process.env['POLICY_FILE'], process.env['VERIFIER_FILE']];
  if (policy === '') return null;
  if (verifier === '') throw new ConfigError('VERIFIER_FILE is missing');
  return { policy: readFileSync(policy), verifier: readFileSync(verifier) };
}

const Secret = z.string().min(16).max(200);

/**
 * Secret of the account that reads the identity provider's events. Without it nobody would notice that sign-ins are not
 * in the log: a worker that lacks it does not start.
 *
 * @throws ConfigError
 */
export function identityEventsSecret(): string {
  const { success, data } = Secret.safeParse(process.env['IDENTITY_EVENTS_SECRET']);
  if (!success) throw new ConfigError('IDENTITY_EVENTS_SECRET is missing or too short');
  return data;
}
