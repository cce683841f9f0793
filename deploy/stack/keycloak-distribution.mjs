// @ts-check
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached, maven } from './maven.mjs';
import { plainEnvironment, run } from './processes.mjs';
import { Halt, say } from './terminal.mjs';

const version = '26.7.0';

/** In the cache. One process, so its caches are local: no cluster port is opened. */
export const keycloakFolder = `keycloak-${version}-postgres-local`;

const buildOptions = ['--db=postgres', '--cache=local', '--health-enabled=true'];

/** @type {Promise<string> | undefined} */
let fetching;

/** Keycloak from Maven Central, made ready once for PostgreSQL. @returns {Promise<string>} a folder */
export const fetchKeycloak = () =>
  (fetching ??= cached(keycloakFolder, async (draft) => {
    const artifact = `org.keycloak:keycloak-quarkus-dist:${version}:tar.gz`;
    const copy = ['dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${draft}`];
    await maven(`Keycloak ${version} (176 MB)`, copy, [`org/keycloak/keycloak-quarkus-dist/${version}`]);
    const archive = join(draft, `keycloak-quarkus-dist-${version}.tar.gz`);
    await must('unpack Keycloak', 'tar', ['-xzf', archive, '--strip-components=1', '-C', draft]);
    rmSync(archive);
    say('building Keycloak for PostgreSQL, once (about 25 s)');
    await must('build Keycloak', join(draft, 'bin', 'kc.sh'), ['build', ...buildOptions]);
  }));

/** @param {string} what @param {string} command @param {string[]} args */
async function must(what, command, args) {
  const { code, output } = await run(command, args, {
    env: { ...plainEnvironment(), JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1' },
  });
  if (code !== 0) throw new Halt(`Could not ${what}:\n${output.split('\n').slice(-30).join('\n')}`);
}

/**
 * A home of the stack's own, since Keycloak writes into it; the files themselves are shared with the cache.
 * @param {string} distribution @param {string} home
 */
export function makeHome(distribution, home) {
  if (existsSync(home)) return;
  const draft = `${home}.draft`;
  rmSync(draft, { recursive: true, force: true });
  try {
    linkTree(distribution, draft);
  } catch {
    // The cache lies on another file system.
    rmSync(draft, { recursive: true, force: true });
    cpSync(distribution, draft, { recursive: true });
  }
  renameSync(draft, home);
}

/** @param {string} from @param {string} to */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else linkSync(source, target);
  }
}
