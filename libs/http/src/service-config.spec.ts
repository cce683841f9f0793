import { ConfigError, requireSettings, serviceConfig } from './service-config.js';

const good = {
  PORT: '46102',
  DATABASE_URL: 'postgres://referral_app:hunter2@127.0.0.1/referral',
  OIDC_ISSUER: 'http://127.0.0.1:46120/realms/rujukan',
  OIDC_CLIENTS: 'rujukan-portal, agency-*',
  CURSOR_SECRET: 'ab'.repeat(32),
};

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the configuration', () => {
  it('is read once, with defaults, and cannot be changed', () => {
    const config = serviceConfig(good);
    expect(config.port).toBe(46102);
    expect(config.host).toBe('127.0.0.1');
    expect(config.clients).toEqual(['rujukan-portal', 'agency-*']);
    expect(config.jwksUri).toBe('http://127.0.0.1:46120/realms/rujukan/protocol/openid-connect/certs');
    expect(config.audience).toBe('rujukan-api');
    expect(config.cursorSecret).toHaveLength(32);
    expect(config.rateLimitPerMinute).toBe(6_000);
    expect(config.clockFile).toBeUndefined();
    expect(Object.isFrozen(config)).toBe(true);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://root:hunter2@db'],
    ['OIDC_ISSUER', 'http://127.0.0.1/auth/hunter2'],
    ['OIDC_ISSUER', 'ftp://hunter2/realms/x'],
    ['CURSOR_SECRET', 'hunter2'],
    ['LOG_LEVEL', 'hunter2'],
    ['RATE_LIMIT_PER_MINUTE', '-1'],
    ['OIDC_CLIENTS', ','],
  ])('with a malformed %s is refused by name, without its value', (name, value) => {
    const message = refusal(() => serviceConfig({ ...good, [name]: value }));
    expect(message).toContain(`${name} is malformed`);
    expect(message).not.toContain(value === ',' ? ',' : value);
  });

  it('says everything that is missing, where it is needed', () => {
    const config = serviceConfig({ PORT: '1', CURSOR_SECRET: '' });
    const message = refusal(() => requireSettings(config, ['port', 'databaseUrl', 'issuer', 'cursorSecret']));
    expect(message).toBe('DATABASE_URL is missing; OIDC_ISSUER is missing; CURSOR_SECRET is missing');
    expect(refusal(() => config.workerDatabaseUrl)).toBe('WORKER_DATABASE_URL is missing');
  });

  it('has no default for a secret or a database', () => {
    const config = serviceConfig({});
    for (const name of [
      'databaseUrl',
      'workerDatabaseUrl',
      'migrationDatabaseUrl',
      'cursorSecret',
      'kekFile',
    ] as const)
      expect(refusal(() => config[name])).toMatch(/is missing$/);
  });

  it('does not show itself in a log or a dump', () => {
    expect(JSON.stringify(serviceConfig(good))).toBe('{}');
  });
});
