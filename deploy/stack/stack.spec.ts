import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs, services } from './applications.mjs';
import { databaseUrl } from './databases.mjs';
import { serverProperties } from './kafka.mjs';
import { openSecrets } from './secrets.mjs';
import { count } from './test-run.mjs';
import { affected, differences, projectOf } from './watch.mjs';

const folder = mkdtempSync(join(tmpdir(), 'stack-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('secrets', () => {
  const file = join(folder, 'kept', 'secrets.json');

  it('are made once and kept where only their owner reads', () => {
    const first = openSecrets(file).password('postgres');
    expect(openSecrets(file).password('postgres')).toBe(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('differ from each other', () => {
    const secrets = openSecrets(file);
    expect(secrets.key('cursor intake')).not.toBe(secrets.key('cursor referral'));
    expect(secrets.key('cursor intake')).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets.phrase('demo-user').length).toBeGreaterThanOrEqual(12);
  });
});

describe('the processes of a stack', () => {
  const [owner, app, worker, signer] = ['owner', 'app', 'worker', 'signer'].map(
    (role) => `postgres://${role}`,
  );
  const database = { owner: owner!, app: app!, worker: worker!, signer: signer! };
  const names = ['intake', 'referral', 'victim_services', 'audit', 'portal'];
  const all = programs({
    ports: { intake: 1, 'intake-worker': 2, portal: 9 },
    databases: Object.fromEntries(names.map((name) => [name, database])),
    brokers: 'broker:1',
    issuer: 'http://127.0.0.1:5/realms/rujukan',
    trustedClients: ['portal'],
    clockFile: join(folder, 'clock.json'),
    keys: folder,
    state: folder,
    secrets: openSecrets(join(folder, 'secrets.json')),
    environment: { LOG_LEVEL: 'warn' },
  });

  it('are an API and a worker for each service, the signer of the log, two witnesses, and the portal', () => {
    expect(all.map(({ name }) => name)).toEqual([
      ...services.flatMap((name) => [name, `${name}-worker`]),
      'audit-signer',
      'witness-uptd-ptk',
      'witness-plat',
      'portal',
    ]);
  });

  it('never get the right to change tables', () => {
    expect(all.map(({ env }) => Object.values(env)).flat()).not.toContain(database.owner);
  });

  it('the signer sees the log and nothing else of the stack', () => {
    const { env } = all.find(({ name }) => name === 'audit-signer')!;
    const others = Object.values(env).filter((value) => value === app || value === worker);
    expect([env['SIGNER_DATABASE_URL'], ...others]).toEqual([signer]);
    expect(Object.keys(env)).not.toContain('CURSOR_SECRET');
    expect(all.filter((one) => Object.values(one.env).includes(signer!))).toHaveLength(1);
  });

  it('a witness gets nothing of the system that it watches', () => {
    const witnesses = all.filter(({ name }) => name.startsWith('witness-'));
    expect(witnesses.map(({ env }) => Object.keys(env).sort())).toEqual(
      witnesses.map(() =>
        [
          'HOST',
          'KEY_FILE',
          'LOGS_FILE',
          'LOG_LEVEL',
          'NODE_ENV',
          'PORT',
          'STATE_FOLDER',
          'WITNESS_NAME',
        ].sort(),
      ),
    );
    expect(new Set(witnesses.flatMap(({ env }) => [env['KEY_FILE'], env['STATE_FOLDER']])).size).toBe(4);
  });

  it('may be told otherwise by whoever starts the stack', () => {
    expect(all.every(({ env }) => env['LOG_LEVEL'] === 'warn')).toBe(true);
  });

  it('the portal knows the address of each service', () => {
    expect(all.at(-1)?.env).toMatchObject({
      INTAKE_URL: 'http://127.0.0.1:1',
      PORTAL_URL: 'http://127.0.0.1:9',
    });
    expect(Object.keys(all.at(-1)?.env ?? {})).toContain('VICTIM_SERVICES_URL');
  });
});

it('the address of a database keeps the server and changes the rest', () => {
  const url = databaseUrl('postgres://postgres:p@h:5/postgres?sslmode=require', {
    name: 'intake',
    user: 'intake_app',
    password: 'q',
  });
  expect(url).toBe('postgres://intake_app:q@h:5/intake?sslmode=require');
});

it('the broker makes no topic by itself', () => {
  const properties = serverProperties({ data: '/data', port: 1, controllerPort: 2 });
  expect(properties).toContain('auto.create.topics.enable=false');
});

describe('a saved file', () => {
  it.each([
    ['apps/intake/src/domain/report.ts', { name: 'intake', isMigration: false }],
    ['apps/intake/src/storage/migrations/1-create.ts', { name: 'intake', isMigration: true }],
    ['apps/intake/src/domain/report.spec.ts', undefined],
    ['apps/intake/dist/main.js', undefined],
  ])('%s concerns %j', (path, project) => expect(projectOf(path)).toEqual(project));

  it('is noticed when it is new, gone or written again', () => {
    const before = new Map([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
    const after = new Map([
      ['a', 1],
      ['b', 2],
      ['d', 1],
    ]);
    expect(differences(before, after)).toEqual(['b', 'c', 'd']);
  });

  it('of a lib concerns every application that stands on it', () => {
    const dependencies = new Map([
      ['intake', ['http']],
      ['audit', ['messaging']],
      ['http', ['kernel']],
    ]);
    expect(affected('kernel', dependencies)).toEqual(['intake']);
    expect(affected('audit', dependencies)).toEqual(['audit']);
  });
});

it('a test file that cannot be loaded counts as a failure', () => {
  const file = join(folder, 'jest.json');
  writeFileSync(file, '{"numPassedTests":3,"numFailedTests":1,"numRuntimeErrorTestSuites":1}');
  expect(count(file)).toEqual({ passed: 3, failed: 2 });
  expect(count(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 });
});
