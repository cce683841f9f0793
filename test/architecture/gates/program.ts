import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs one of our programs or a tool and gives its standard output; throws with what it printed when it fails. */
export function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

export interface Fixture {
  readonly file: string;
  /** The gate that must reject it; absent for a file that must pass. */
  readonly rule?: string;
  readonly detail?: string;
  readonly found: readonly string[];
}

export interface Judged {
  readonly gates: readonly string[];
  readonly fixtures: readonly Fixture[];
}

/** What the gates say about their fixtures. */
export const judge = (program: 'lint-fixtures' | 'dependency-fixtures'): Judged =>
  JSON.parse(
    run(process.execPath, '--no-warnings', `test/architecture/gates/${program}.mjs`)
      .trim()
      .split('\n')
      .at(-1)!,
  ) as Judged;
