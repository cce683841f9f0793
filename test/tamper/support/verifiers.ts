import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { decodeBundle } from '@rujukan/tlog';
import { parseCommand } from '../../../libs/audit-verify/src/arguments.js';
import type { Folder } from '../../../libs/audit-verify/src/fixtures/a-log.js';
import { Progress } from '../../../libs/audit-verify/src/progress.js';
import { run } from '../../../libs/audit-verify/src/run.js';

/** What a verifier said, and how it ended: 0 ok, 1 tampered, 2 cannot tell. */
export interface Found {
  readonly exit: number;
  readonly says: readonly string[];
}

/** A log as files, and what its readers keep elsewhere. */
export interface Readable {
  readonly folder: Folder;
  readonly readers: Folder;
}

/** Runs `audit-verify` as somebody types it, in English, and keeps what it says to be wrong. */
export async function auditVerify({ folder, readers }: Readable, words: readonly string[], now: string) {
  const said: string[] = [];
  const clock = { now: () => new Date(now), wall: () => new Date(now) };
  const command = parseCommand([...words, '--lang', 'en', '--policy', `${readers.path}/policy`]);
  if (!command) throw new Error(`audit-verify does not know ${words.join(' ')}`);
  const exit = await run(command, {
    clock,
    say: (line) => said.push(line),
    progress: new Progress(clock, { write: () => undefined }),
    pause: async () => false,
  });
  const wrong = said.filter((line) => / \[[a-z-]+\]( |$)/.test(line) || line.startsWith('unread: '));
  return { exit, says: shortened(wrong.map((line) => placesOnly(line, folder, readers))) };
}

const placesOnly = (line: string, ...folders: readonly Folder[]): string =>
  folders.reduce((text, { path }) => text.replaceAll(`${path}/`, ''), line);

/** A verifier lists a hundred of a kind and counts the rest in one line. */
const countOf = (line: string): number => Number(/^…: .* \(more: (\d+)\)$/.exec(line)?.[1] ?? 1);

/** The first line of each kind of finding, with how many more there are of it. */
function shortened(lines: readonly string[]): string[] {
  const kindOf = (line: string) => / \[([a-z-]+)\]/.exec(line)?.[1] ?? line.split(' ')[0]!;
  const kinds = new Map<string, string[]>();
  for (const line of lines) kinds.set(kindOf(line), [...(kinds.get(kindOf(line)) ?? []), line]);
  const all = (each: readonly string[]) => each.reduce((sum, line) => sum + countOf(line), 0);
  return [...kinds.values()].map((each) =>
    all(each) === 1 ? each[0]! : `${each[0]!} … and ${all(each) - 1} more`,
  );
}

const program = fileURLToPath(new URL('../../python/audit_verify.py', import.meta.url));

/** The verifier in Python, which shares no line with the other one and knows `fsck` and `proof`. Needs `python3`. */
const second = ({ folder, readers }: Readable): Promise<Found> =>
  new Promise((resolve, reject) => {
    const words = ['-B', program, 'fsck', `${readers.path}/policy`, folder.path];
    execFile('python3', words, { encoding: 'utf8' }, (error, stdout, stderr) => {
      if (stderr !== '' || (error && typeof error.code !== 'number'))
        reject(new Error(stderr, { cause: error }));
      else resolve({ exit: Number(error?.code ?? 0), says: shortened(stdout.split('\n').filter(Boolean)) });
    });
  });

/** Lets the monitor look once at the log, so that it remembers it. */
export const watch = (log: Readable, now: string): Promise<Found> =>
  auditVerify(log, ['monitor', '--once', '--state', `${log.readers.path}/state`, log.folder.path], now);

/**
 * Asks every verifier about a log: of a reader who has nothing but the policy, of one who kept the last head, of one
 * who kept a receipt of an entry, and the monitor. Only those are named that found something, and what the kept head
 * tells only where it tells more.
 */
export async function askAll(log: Readable, receipt: number, now: string): Promise<Record<string, Found>> {
  const { folder, readers } = log;
  const kept = `${readers.path}/kept`;
  const head = `${folder.path}/checkpoint`;
  const ask = (...words: readonly string[]) => auditVerify(log, words, now);
  const python = second(log);
  const answers: Record<string, Found> = {
    fsck: await ask('fsck', folder.path),
    'fsck --known': await ask('fsck', '--known', kept, folder.path),
    consistency: await ask('consistency', '--tiles', folder.path, kept, head),
    ...(await receiptOf(log, receipt, now)),
    monitor: await watch(log, now),
    'second verifier': await python,
  };
  const isSame = isDeepStrictEqual(answers['fsck --known'], answers['fsck']);
  return Object.fromEntries(
    Object.entries(answers).filter(([name, { exit }]) => exit !== 0 && !(isSame && name === 'fsck --known')),
  );
}

/** The entry that the log shows now, with the receipt that somebody has; nothing where the log shows none. */
async function receiptOf(log: Readable, index: number, now: string): Promise<{ proof?: Found }> {
  const { folder, readers } = log;
  const bundle = `${folder.path}/tile/entries/${String(Math.floor(index / 256)).padStart(3, '0')}`;
  const read = existsSync(bundle) ? decodeBundle(readFileSync(bundle)) : undefined;
  const entry = read?.ok === true ? read.value[index % 256] : undefined;
  if (!entry) return {};
  const path = readers.write(`entry ${index}`, entry);
  const words = ['proof', '--proof', `${readers.path}/receipt.tlog-proof`, path];
  return { proof: await auditVerify(log, words, now) };
}
