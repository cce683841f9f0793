import { z } from 'zod';

/** Settings of the process that signs the log's heads. It reads nothing of what the API or the worker are given. */
export interface SignerConfig {
  readonly host: string;
  /** Port of /livez and /readyz; 0 takes a free one. */
  readonly port: number;
  /** Connection string of the role `audit_signer`. */
  readonly databaseUrl: string;
  /** Name of the log, which is the name of its key: `rujukan.example/log`. */
  readonly origin: string;
  /** Ed25519 keys, PEM. The first is made when it is not there; several while one takes over from another. */
  readonly keyFiles: readonly [string, ...string[]];
  /** Where it remembers what it signed; no backup of the database may reach it. */
  readonly stateFolder: string;
  readonly logLevel: string;
}

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  SIGNER_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/.+/),
  LOG_ORIGIN: z.string().regex(/^[^\s+]{1,255}$/u),
  SIGNER_KEY_FILES: z
    .string()
    .transform((text) => text.split(',').map((file) => file.trim()))
    .pipe(z.tuple([z.string().min(1)], z.string().min(1))),
  STATE_FOLDER: z.string().min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** @throws naming every variable that is missing or malformed, and never a value. */
export function readSignerConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): SignerConfig {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path[0]!.toString());
    throw new Error(`missing or malformed: ${[...new Set(names)].join(', ')}`);
  }
  const { data } = parsed;
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.SIGNER_DATABASE_URL,
    origin: data.LOG_ORIGIN,
    keyFiles: data.SIGNER_KEY_FILES,
    stateFolder: data.STATE_FOLDER,
    logLevel: data.LOG_LEVEL,
  };
}
