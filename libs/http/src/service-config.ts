import { z } from 'zod';

/** Settings of one service. A process is given only what it needs: reading a setting that is absent stops it. */
export interface ServiceConfig {
  readonly port: number;
  readonly workerPort: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly workerDatabaseUrl: string;
  readonly migrationDatabaseUrl: string;
  readonly kafkaBrokers: readonly string[];
  /** Issuer of access tokens, compared to the letter. */
  readonly issuer: string;
  readonly jwksUri: string;
  /** This API's name in a token's `aud`. */
  readonly audience: string;
  /** OAuth clients whose tokens count; a trailing `*` stands for any ending (`agency-*`). */
  readonly clients: readonly string[];
  readonly kekFile: string;
  readonly cursorSecret: Buffer;
  readonly clockFile: string | undefined;
  readonly logLevel: string;
  readonly rateLimitPerMinute: number;
  /** Addresses whose `X-Forwarded-For` is believed; none if empty. */
  readonly trustedProxies: readonly string[];
  /** How long a stopping process says "not ready" before it stops accepting, in milliseconds. */
  readonly drainMs: number;
}

/** A setting is missing or malformed. The message names variables and never shows a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().max(200)).min(1).max(50));
const port = z.coerce.number().int().min(0).max(65_535);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/.+/, 'needs a postgres:// URL');
const httpUrl = z.string().regex(/^https?:\/\/[^\s]+$/, 'needs an http:// or https:// URL');

const Environment = z.object({
  PORT: port.optional(),
  WORKER_PORT: port.optional(),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: postgresUrl.optional(),
  WORKER_DATABASE_URL: postgresUrl.optional(),
  MIGRATION_DATABASE_URL: postgresUrl.optional(),
  KAFKA_BROKERS: list.optional(),
  OIDC_ISSUER: httpUrl.regex(/\/realms\/[^/]+$/, 'needs to end in /realms/<name>').optional(),
  OIDC_JWKS_URI: httpUrl.optional(),
  OIDC_AUDIENCE: z.string().min(1).max(100).default('rujukan-api'),
  OIDC_CLIENTS: list.optional(),
  KEK_FILE: z.string().min(1).optional(),
  CURSOR_SECRET: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'needs 64 hexadecimal digits')
    .optional(),
  CLOCK_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).default(6_000),
  TRUSTED_PROXIES: list.optional(),
  DRAIN_MS: z.coerce.number().int().min(0).max(20_000).default(500),
});

type Environment = z.output<typeof Environment>;

/**
 * Reads the environment once. What is malformed stops the process now; what is missing stops it where it is needed.
 *
 * @throws ConfigError
 */
export function serviceConfig(env: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const filled = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describe).join('; '));
  return Object.freeze(new Settings(parsed.data));
}

/**
 * Says everything that is missing at once.
 *
 * @throws ConfigError
 */
export function requireSettings(config: ServiceConfig, names: readonly (keyof ServiceConfig)[]): void {
  const missing = names.flatMap((name) => {
    try {
      void config[name];
      return [];
    } catch (error) {
      if (error instanceof ConfigError) return [error.message];
      throw error;
    }
  });
  if (missing.length > 0) throw new ConfigError(missing.join('; '));
}

class Settings implements ServiceConfig {
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  get port() {
    return this.need('PORT');
  }
  get workerPort() {
    return this.need('WORKER_PORT');
  }
  get host() {
    return this.#env.HOST;
  }
  get databaseUrl() {
    return this.need('DATABASE_URL');
  }
  get workerDatabaseUrl() {
    return this.need('WORKER_DATABASE_URL');
  }
  get migrationDatabaseUrl() {
    return this.need('MIGRATION_DATABASE_URL');
  }
  get kafkaBrokers() {
    return this.need('KAFKA_BROKERS');
  }
  get issuer() {
    return this.need('OIDC_ISSUER');
  }
  get jwksUri() {
    return this.#env.OIDC_JWKS_URI ?? `${this.issuer}/protocol/openid-connect/certs`;
  }
  get audience() {
    return this.#env.OIDC_AUDIENCE;
  }
  get clients() {
    return this.need('OIDC_CLIENTS');
  }
  get kekFile() {
    return this.need('KEK_FILE');
  }
  get cursorSecret() {
    return Buffer.from(this.need('CURSOR_SECRET'), 'hex');
  }
  get clockFile() {
    return this.#env.CLOCK_FILE;
  }
  get logLevel() {
    return this.#env.LOG_LEVEL;
  }
  get rateLimitPerMinute() {
    return this.#env.RATE_LIMIT_PER_MINUTE;
  }
  get trustedProxies() {
    return this.#env.TRUSTED_PROXIES ?? [];
  }
  get drainMs() {
    return this.#env.DRAIN_MS;
  }

  private need<Name extends keyof Environment>(name: Name): NonNullable<Environment[Name]> {
    const value = this.#env[name];
    if (value === undefined) throw new ConfigError(`${name} is missing`);
    return value;
  }
}

// Zod's own message can name what it received, so only ours pass.
const describe = (issue: z.core.$ZodIssue): string =>
  `${issue.path.join('.')} is malformed${issue.message.startsWith('needs ') ? `: it ${issue.message}` : ''}`;
