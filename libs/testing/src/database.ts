import { createHash, randomBytes } from 'node:crypto';
import { DataSource, type EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dataSourceOptions, migrate } from '@rujukan/persistence';
import { backing } from './config.js';

type Migrations = readonly (new () => MigrationInterface)[];

/** A service's own database for one suite, seen through its three roles. */
export interface TestDatabase {
  /** As the API sees it: row-level security applies. */
  readonly app: DataSource;
  readonly worker: DataSource;
  readonly owner: DataSource;
  /** Connection strings of the same roles, for code that opens its own pool. */
  readonly urls: { readonly app: string; readonly worker: string; readonly owner: string };
  /** The same for a role that only this service has, `signer` for example. */
  urlAs(part: string): string;
  /** Ends the role's connections from the server's side, as a restart would. */
  cut(role: 'app' | 'worker' | 'owner'): Promise<void>;
  /** Closes the pools and drops the database. */
  close(): Promise<void>;
}

/**
 * Clones a database for one suite from a template that is migrated once per content of the migrations.
 * Roles are taken with `set role` from the superuser's login, so that no password is needed and grants and row
 * security hold as in production.
 *
 * @param service the owning service, `victim-services` for example.
 */
export async function testDatabase(
  service: string,
  migrations: Migrations,
  options: { readonly entities?: readonly EntitySchema[]; readonly poolSize?: number } = {},
): Promise<TestDatabase> {
  const name = service.replaceAll('-', '_');
  const template = `template_${name}_${await contentOf(migrations)}`;
  const clone = `test_${name}_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asSuperuser((server) => prepare(server, name, template, migrations));
  await asSuperuser((server) => createDatabase(server, clone, name, template));

  const urls = {
    app: roleUrl(clone, `${name}_app`),
    worker: roleUrl(clone, `${name}_worker`),
    owner: roleUrl(clone, `${name}_owner`),
  };
  const open = (role: keyof typeof urls): Promise<DataSource> =>
    new DataSource(
      dataSourceOptions({
        url: urls[role],
        applicationName: `test-${role}`,
        poolSize: options.poolSize ?? 10,
        entities: options.entities ?? [],
      }),
    ).initialize();
  const [app, worker, owner] = await Promise.all([open('app'), open('worker'), open('owner')]);
  return {
    app,
    worker,
    owner,
    urls,
    urlAs: (part) => roleUrl(clone, `${name}_${part}`),
    cut: (role) =>
      asSuperuser(async (server) => {
        await server.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = $2',
          [clone, `test-${role}`],
        );
      }),
    async close() {
      await Promise.all(
        [app, worker, owner].filter((pool) => pool.isInitialized).map((pool) => pool.destroy()),
      );
      await asSuperuser((server) => server.query(`drop database if exists ${clone} with (force)`));
    },
  };
}

/** Processes with rights of their own beside the API and the worker. */
const further: Readonly<Record<string, readonly string[]>> = { audit: ['signer'] };

const runtimeParts = (name: string): string[] => ['app', 'worker', ...(further[name] ?? [])];

/** Roles and template, made by one jest worker while the others wait. */
async function prepare(server: DataSource, name: string, template: string, migrations: Migrations) {
  const session = server.createQueryRunner();
  try {
    await session.query(`select pg_advisory_lock(hashtext('rujukan-test-databases'))`);
    for (const role of ['owner', ...runtimeParts(name)].map((part) => `${name}_${part}`))
      if (!(await exists(session, 'pg_roles', 'rolname', role)))
        await session.query(`create role ${role} login nosuperuser nobypassrls`);
    if (await exists(session, 'pg_database', 'datname', template)) return;
    const draft = `${template}_draft`;
    await session.query(`drop database if exists ${draft} with (force)`);
    await createDatabase(server, draft, name, 'template1');
    await migrate(roleUrl(draft, `${name}_owner`), migrations);
    await session.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await session.query('select pg_advisory_unlock_all()');
    await session.release();
  }
}

async function createDatabase(server: DataSource, database: string, name: string, template: string) {
  await server.query(`create database ${database} owner ${name}_owner template ${template}`);
  await server.query(`revoke all on database ${database} from public`);
  const roles = runtimeParts(name).map((part) => `${name}_${part}`);
  await server.query(`grant connect on database ${database} to ${roles.join(', ')}`);
}

const exists = async (
  session: QueryRunner,
  catalog: string,
  column: string,
  value: string,
): Promise<boolean> =>
  ((await session.query(`select 1 from ${catalog} where ${column} = $1`, [value])) as unknown[]).length > 0;

async function asSuperuser<T>(work: (server: DataSource) => Promise<T>): Promise<T> {
  const server = new DataSource({
    type: 'postgres',
    url: backing().postgresUrl,
    applicationName: 'test-setup',
  });
  await server.initialize();
  try {
    return await work(server);
  } finally {
    await server.destroy();
  }
}

function roleUrl(database: string, role: string): string {
  const url = new URL(backing().postgresUrl);
  url.pathname = `/${database}`;
  url.searchParams.set('options', `-c role=${role}`);
  return url.href;
}

/** Hash of the statements that the migrations run, so that a change in a helper they call counts as well. */
async function contentOf(migrations: Migrations): Promise<string> {
  const content = createHash('sha256');
  const record = (sql: string): Promise<unknown[]> => {
    content.update(sql);
    return Promise.resolve([]);
  };
  for (const Migration of migrations) {
    content.update(Migration.name);
    await new Migration().up({ query: record } as QueryRunner);
  }
  return content.digest('hex').slice(0, 12);
}
