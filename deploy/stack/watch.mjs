// @ts-check
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { applications } from './applications.mjs';
import { nx } from './install.mjs';
import { migrate } from './migrations.mjs';
import { repository } from './paths.mjs';
import { pause } from './processes.mjs';
import { explain, say } from './terminal.mjs';

const lookEveryMs = 500;

/** An editor saves several files, some of them twice. */
const quietMs = 200;

/**
 * The project and the kind of a changed file: `apps/intake/src/…` belongs to intake.
 * @param {string} path relative to the checkout
 */
export function projectOf(path) {
  const found = /^(?:apps|libs)\/([^/]+)\/src\/(.+)$/.exec(path.replaceAll('\\', '/'));
  if (!found || /\.(spec|int-spec)\.tsx?$/.test(path)) return undefined;
  return { name: found[1] ?? '', isMigration: /(^|\/)migrations/.test(found[2] ?? '') };
}

/**
 * Applications that a change concerns: itself, or all that depend on a lib, directly or not.
 * @param {string} project @param {Map<string, string[]>} dependencies
 */
export function affected(project, dependencies) {
  /** @param {string} name @returns {boolean} */
  const reaches = (name) => name === project || (dependencies.get(name) ?? []).some(reaches);
  return applications.filter(reaches);
}

/** What each project of the workspace depends on, by its manifest. @returns {Map<string, string[]>} */
function readDependencies() {
  const folders = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(repository, kind)).map((name) => join(kind, name)),
  );
  return new Map(
    folders
      .filter((folder) => existsSync(join(repository, folder, 'package.json')))
      .map((folder) => {
        const { dependencies = {} } = JSON.parse(
          readFileSync(join(repository, folder, 'package.json'), 'utf8'),
        );
        const own = Object.keys(dependencies).filter((key) => key.startsWith('@rujukan/'));
        return [basename(folder), own.map(withoutScope)];
      }),
  );
}

const withoutScope = (/** @type {string} */ name) => name.replace('@rujukan/', '');

/**
 * When each source file was last written. Asking takes milliseconds and works everywhere; Node 20's own recursive watch
 * ends the process when a folder vanishes below it.
 * @returns {Map<string, number>} by path below the checkout
 */
function snapshot() {
  const sources = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(repository, kind)).map((name) => join(kind, name, 'src')),
  );
  const files = sources.flatMap((folder) => filesBelow(folder));
  return new Map(files.map((file) => [file, writtenAt(file)]));
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  try {
    return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
  } catch {
    return []; // it went away while we looked
  }
}

/** @param {string} file */
const writtenAt = (file) => statSync(join(repository, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Files that are new, gone or written since.
 * @param {Map<string, number>} before @param {Map<string, number>} after
 */
export const differences = (before, after) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));

/**
 * Builds and restarts what changes, one round at a time, for as long as the stack is up.
 * @param {{ supervisor: import('./supervisor.mjs').Supervisor, databases: Record<string, import('./databases.mjs').DatabaseUrls>, logs: string }} stack
 */
export async function watchSources(stack) {
  const dependencies = readDependencies();
  for (let seen = snapshot(); ;) {
    await pause(lookEveryMs);
    const changed = differences(seen, snapshot());
    if (changed.length === 0) continue;
    await pause(quietMs);
    const now = snapshot();
    /** @type {Map<string, boolean>} project, and whether its migrations changed */
    const batch = new Map();
    for (const project of differences(seen, now).map(projectOf)) {
      if (project) batch.set(project.name, project.isMigration || batch.get(project.name) === true);
    }
    seen = now;
    if (batch.size > 0) await rebuild(batch, dependencies, stack);
  }
}

/** @param {Map<string, boolean>} batch @param {Map<string, string[]>} dependencies @param {Parameters<typeof watchSources>[0]} stack */
async function rebuild(batch, dependencies, { supervisor, databases, logs }) {
  const projects = [...batch.keys()];
  const concerned = new Set(projects.flatMap((name) => affected(name, dependencies)));
  say(`${projects.join(', ')} changed: building`);
  try {
    await nx(['build'], { logs, projects });
    await migrate(
      databases,
      [...concerned].filter((name) => batch.get(name) === true),
    );
    const processes = supervisor.list().map(({ name }) => name);
    const restarted = processes.filter((name) =>
      concerned.has(name.replace(/-(worker|signer)$|(?<=^witness)-.+$/, '')),
    );
    await Promise.all(restarted.map((name) => supervisor.restart(name)));
    say(restarted.length > 0 ? `restarted ${restarted.join(', ')}` : 'nothing to restart');
  } catch (error) {
    explain(error); // the old processes go on
  }
}
