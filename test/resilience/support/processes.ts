import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventually, stack } from '@rujukan/testing';

interface Recorded {
  readonly name: string;
  readonly pid: number;
}

/** Process id of a program of the stack under test, as the launcher wrote it down. */
export function pidOf(name: string): number {
  const file = join(dirname(stack().clockFile), 'pids.json');
  const { processes } = JSON.parse(readFileSync(file, 'utf8')) as { processes: readonly Recorded[] };
  const found = processes.findLast((one) => one.name === name);
  if (!found) throw new Error(`no process ${name}`);
  return found.pid;
}

/** Takes a program away without a word, as a power cut would. The launcher starts it again. */
export function kill9(name: string): number {
  const pid = pidOf(name);
  process.kill(pid, 'SIGKILL');
  return pid;
}

export const restarted = (name: string, before: number) =>
  eventually(`${name} to run again`, () => pidOf(name) !== before, { withinMs: 60_000, everyMs: 200 });

/** Waits until every service and worker says that it is ready, so that one fault is looked at at a time. */
export async function allReady(): Promise<void> {
  const urls = Object.values(stack().services).flatMap(({ url, workerUrl }) => [url, workerUrl]);
  for (const url of urls) {
    await eventually(`${url} to be ready`, async () => (await fetch(`${url}/readyz`)).ok, {
      withinMs: 60_000,
      everyMs: 200,
    });
  }
}

/** Asks the launcher of the test stack to take a program away (`remove`, whole process group) or to bring it back (`start`). */
export async function askLauncher(act: 'remove' | 'start', name: string): Promise<void> {
  const { control } = stack() as unknown as { control: { url: string; token: string } };
  const answer = await fetch(`${control.url}/processes/${name}/${act}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${control.token}` },
  });
  if (!answer.ok) throw new Error(`${act} ${name}: ${answer.status}`);
}
