// @ts-check
import { existsSync, readFileSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { applications } from './applications.mjs';
import { nx } from './install.mjs';
import { migrate } from './migrations.mjs';
import { repository } from './paths.mjs';
import { explain, say } from './terminal.mjs';

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
        const { name, dependencies = {} } = JSON.parse(
          readFileSync(join(repository, folder, 'package.json'), 'utf8'),
        );
        const own = Object.keys(dependencies).filter((key) => key.startsWith('@rujukan/'));
        return [withoutScope(name), own.map(withoutScope)];
      }),
  );
}

const withoutScope = (/** @type {string} */ name) => name.replace('@rujukan/', '');

/**
 * Builds and restarts what changes, one round at a time.
 * @param {{ supervisor: import('./supervisor.mjs').Supervisor, databases: Record<string, import('./databases.mjs').DatabaseUrls>, logs: string }} stack
 */
export function watchSources(stack) {
  const dependencies = readDependencies();
  /** @type {Map<string, boolean>} project, and whether its migrations changed */
  const changed = new Map();
  let isBusy = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  async function round() {
    if (isBusy || changed.size === 0) return;
    isBusy = true;
    const batch = new Map(changed);
    changed.clear();
    await rebuild(batch, dependencies, stack);
    isBusy = false;
    await round();
  }

  for (const kind of ['apps', 'libs']) {
    watch(join(repository, kind), { recursive: true }, (_, file) => {
      const project = file ? projectOf(`${kind}/${file}`) : undefined;
      if (!project) return;
      changed.set(project.name, project.isMigration || changed.get(project.name) === true);
      clearTimeout(timer);
      timer = setTimeout(() => void round(), quietMs);
    });
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
    const restarted = processes.filter((name) => concerned.has(name.replace(/-worker$/, '')));
    await Promise.all(restarted.map((name) => supervisor.restart(name)));
    say(restarted.length > 0 ? `restarted ${restarted.join(', ')}` : 'nothing to restart');
  } catch (error) {
    explain(error); // the old processes go on
  }
}
