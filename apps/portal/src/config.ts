import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ''));

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(46_100),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().min(1),
  OIDC_ISSUER: url,
  OIDC_CLIENT_ID: z.string().default('portal'),
  OIDC_CLIENT_SECRET: z.string().min(16),
  SESSION_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'needs 32 bytes as hex')
    .transform((hex) => Buffer.from(hex, 'hex')),
  PORTAL_URL: url,
  INTAKE_URL: url,
  REFERRAL_URL: url,
  VICTIM_SERVICES_URL: url,
  AUDIT_URL: url,
  POLICY_FILE: z.string().optional(),
  CLOCK_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Services behind the portal, by the name they carry in `/api/<name>/v1/...`. */
export type ServiceName = 'intake' | 'referral' | 'victim-services' | 'audit';

export interface PortalConfig {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** 32 bytes; every key of the portal is derived from it. */
  readonly sessionKey: Buffer;
  /** Where people open the portal: the only origin that may change anything. */
  readonly portalUrl: string;
  readonly services: Readonly<Record<ServiceName, string>>;
  /** c2sp.org/tlog-policy: whose keys over the audit log this portal's agency believes. */
  readonly policyFile: string | undefined;
  readonly clockFile: string | undefined;
  readonly logLevel: string;
}

/**
 * The portal's environment, read once.
 *
 * @throws when something is missing, or when people would reach the portal unencrypted from another machine.
 */
export function portalConfig(env: NodeJS.ProcessEnv = process.env): PortalConfig {
  const parsed = Environment.parse(env);
  if (!isSecureOrigin(parsed.PORTAL_URL)) throw new Error('PORTAL_URL needs https, except on this machine');
  return Object.freeze({
    port: parsed.PORT,
    host: parsed.HOST,
    databaseUrl: parsed.DATABASE_URL,
    issuer: parsed.OIDC_ISSUER,
    clientId: parsed.OIDC_CLIENT_ID,
    clientSecret: parsed.OIDC_CLIENT_SECRET,
    sessionKey: parsed.SESSION_KEY,
    portalUrl: parsed.PORTAL_URL,
    services: {
      intake: parsed.INTAKE_URL,
      referral: parsed.REFERRAL_URL,
      'victim-services': parsed.VICTIM_SERVICES_URL,
      audit: parsed.AUDIT_URL,
    },
    policyFile: parsed.POLICY_FILE,
    clockFile: parsed.CLOCK_FILE,
    logLevel: parsed.LOG_LEVEL,
  });
}

/** Connection string of the schema's owner, for `migrate.main.ts` only. */
export const migrationUrl = (env: NodeJS.ProcessEnv = process.env): string =>
  z.object({ MIGRATION_DATABASE_URL: z.string().min(1) }).parse(env).MIGRATION_DATABASE_URL;

/** https anywhere, or plain http on this very machine. */
export const isSecureOrigin = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};
