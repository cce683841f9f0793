import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { nodeCrypto, parseVerifierKey, type VerifierKey } from '@rujukan/tlog';

/** Settings of a witness, read once. */
export interface WitnessConfig {
  readonly host: string;
  readonly port: number;
  /** Name of its key, `plat.example/witness` for example: whose cosignature it is. */
  readonly name: string;
  readonly keyFile: string;
  /** Where it remembers what it cosigned. */
  readonly stateFolder: string;
  /** Keys of the logs that it watches; several of one origin while a log changes its key. */
  readonly logs: readonly VerifierKey[];
  readonly logLevel: string;
}

/** A setting is missing or malformed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  WITNESS_NAME: z.string().regex(/^[^\s+]{1,255}$/u),
  KEY_FILE: z.string().min(1),
  STATE_FOLDER: z.string().min(1),
  LOGS_FILE: z.string().min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** @throws ConfigError */
export const readConfig = (): WitnessConfig => witnessConfig(process.env);

/** @throws ConfigError naming every variable that is missing or malformed, and never a value. */
export function witnessConfig(env: Readonly<Record<string, string | undefined>>): WitnessConfig {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.'));
    throw new ConfigError(`missing or malformed: ${[...new Set(names)].join(', ')}`);
  }
  const { HOST, PORT, WITNESS_NAME, KEY_FILE, STATE_FOLDER, LOGS_FILE, LOG_LEVEL } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    name: WITNESS_NAME,
    keyFile: KEY_FILE,
    stateFolder: STATE_FOLDER,
    logs: logKeys(readFileSync(LOGS_FILE, 'utf8')),
    logLevel: LOG_LEVEL,
  };
}

/** Verifier keys of logs, one a line; empty lines and those that begin with `#` are passed over. */
function logKeys(text: string): VerifierKey[] {
  const lines = text.split('\n').map((line, at) => ({ line: line.trim(), number: at + 1 }));
  const keys = lines
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => {
      const key = parseVerifierKey(nodeCrypto.sha256, line);
      if (!key.ok || key.value.kind !== 'note')
        throw new ConfigError(`LOGS_FILE, line ${number}: no verifier key of a log`);
      return key.value;
    });
  if (keys.length === 0) throw new ConfigError('LOGS_FILE names no log');
  return keys;
}
