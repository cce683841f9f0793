// @ts-check
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './paths.mjs';
import { run } from './processes.mjs';
import { Halt, say } from './terminal.mjs';

const changedAt = (/** @type {string} */ file) =>
  statSync(join(repository, file), { throwIfNoEntry: false })?.mtimeMs;

/** Whether node_modules is what the lock file asks for. */
export function isInstalled() {
  const installed = changedAt('node_modules/.package-lock.json');
  return installed !== undefined && installed >= (changedAt('package-lock.json') ?? 0);
}

/** `npm ci`, when it is needed. */
export async function install() {
  if (isInstalled()) return;
  say('installing packages (npm ci)');
  const { code, output } = await runHere('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Halt(`npm ci failed:\n${output}`);
}

const quiet = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NO_COLOR: '1', FORCE_COLOR: '0' };

/**
 * Runs Nx targets; its output goes to a log and, when it fails, to the terminal.
 * @param {string[]} targets @param {{ logs?: string, projects?: string[] }} options
 */
export async function nx(targets, { logs, projects = [] }) {
  const only = projects.length > 0 ? [`--projects=${projects.join(',')}`] : [];
  const args = [programOf('nx'), 'run-many', '-t', ...targets, ...only, '--outputStyle=static'];
  const { code, output } = await runHere(process.execPath, args, quiet);
  if (logs) mkdirSync(logs, { recursive: true });
  if (logs) writeFileSync(join(logs, `${targets.join('-')}.log`), output);
  if (code !== 0) throw new Halt(`${targets.join(' and ')} failed:\n\n${failures(output)}`);
  return output;
}

/** The program of an installed package, as its manifest names it. @param {string} name */
export function programOf(name) {
  const folder = join(repository, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** Without what went well: finished tasks, and tasks that had nothing to say. @param {string} output */
const failures = (output) =>
  output
    .split(/\n(?=> nx run )/)
    .filter((task) =>
      task
        .split('\n')
        .slice(1)
        .some((line) => line.trim() !== '' && !/^> (swc|tsc|eslint|vite) /.test(line)),
    )
    .join('\n')
    .replace(/^ *✔.*\n/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** @param {string} command @param {string[]} args @param {Record<string, string>} [extra] */
const runHere = (command, args, extra = {}) =>
  run(command, args, { cwd: repository, env: { ...process.env, ...extra } });
