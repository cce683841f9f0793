import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '@rujukan/kernel';
import { nodeCrypto, parsePolicy, parseProof, type Policy } from '@rujukan/tlog';
import type { Command } from './arguments.js';
import { checkConsistency } from './consistency.js';
import { ExportFolder } from './export-folder.js';
import { exitCodes, verdictOf, type Finding, type Report, type Verdict } from './findings.js';
import { fsck } from './fsck.js';
import { detailsOf } from './heads.js';
import { look, type MonitorState } from './monitor.js';
import type { Progress } from './progress.js';
import { checkPackage } from './package-check.js';
import { prove } from './prove.js';
import { lines, sentence } from './words.js';

export interface Surroundings {
  readonly clock: Clock;
  /** Writes a line of the answer. */
  readonly say: (line: string) => void;
  readonly progress: Progress;
  /** Waits so many milliseconds; false when somebody asked to stop. */
  readonly pause: (milliseconds: number) => Promise<boolean>;
}

/** A file that is named on the command line is not there. */
class Unreadable extends Error {
  constructor(readonly path: string) {
    super(`${path} cannot be read`);
  }
}

/** Does what was asked, says what was found, and answers with the exit code. */
export async function run(command: Command, around: Surroundings): Promise<number> {
  const report = await check(command, around);
  if (report === null) return exitCodes.unknown;
  if (typeof report === 'number') return report;
  return tell(command, around, report);
}

async function check(command: Command, around: Surroundings): Promise<Report | number | null> {
  try {
    const policy = parsePolicy(nodeCrypto.sha256, read(command.policy));
    if (!policy.ok)
      return only({ kind: 'policy-malformed', where: command.policy, ...detailsOf(policy.details) });
    const trust = { crypto: nodeCrypto, policy: policy.value };
    switch (command.name) {
      case 'proof':
        return proof(command, trust);
      case 'consistency':
        return await consistency(command, trust);
      case 'fsck':
        return whole(command, trust, around);
      case 'monitor':
        return await watch(command, trust, around);
      case 'package':
        return checkPackage(trust, command.paths[0]!, around.progress);
    }
  } catch (error) {
    if (error instanceof Unreadable) return only({ kind: 'unreadable', where: error.path });
    throw error;
  }
}

interface Trust {
  readonly crypto: typeof nodeCrypto;
  readonly policy: Policy;
}

function proof({ paths, proof: file = '' }: Command, trust: Trust): Report {
  const [entry] = paths;
  const given = text(file);
  const where = { entry: entry ?? file, proof: file };
  return prove(trust, { entry: entry === undefined ? entryIn(given) : read(entry), proof: given }, where);
}

/** A receipt has the entry in it. */
function entryIn(file: string): Buffer {
  const proof = parseProof(file);
  if (proof && !proof.extra) throw new Unreadable('ENTRY');
  return Buffer.from(proof?.extra ?? []);
}

function consistency({ paths, tiles = '' }: Command, trust: Trust): Promise<Report> {
  const [one, other] = paths.map((where) => ({ where, note: text(where) }));
  return checkConsistency(trust, [one!, other!], new ExportFolder(tiles));
}

function whole({ paths, known, grace }: Command, trust: Trust, { progress }: Surroundings): Report {
  const folder = new ExportFolder(paths[0]!);
  const report = fsck({
    ...trust,
    folder,
    grace,
    progress: (done, all) => progress.at(done, all),
    ...(known === undefined ? {} : { known: { where: known, note: text(known) } }),
  });
  progress.end();
  return report;
}

/** Looks again and again. Says what is new to be wrong, and what has come right; ends with the worst that was seen. */
async function watch(command: Command, trust: Trust, around: Surroundings): Promise<Report | number> {
  const folder = new ExportFolder(command.paths[0]!);
  let state = stateIn(command.state!);
  let worst: number = exitCodes.ok;
  let alarms = new Set<string>();
  for (;;) {
    const now = around.clock.wall().getTime();
    const seen = await look({ ...trust, folder, stall: command.stall, grace: command.grace }, state, now);
    if (seen.state !== state && seen.state) keep(command.state!, seen.state);
    state = seen.state;
    if (command.isOnce) return seen.report;
    alarms = raise(command, around, { alarms, findings: seen.report.findings });
    worst = worseOf(worst, verdictOf(seen.report.findings));
    if (!(await around.pause(command.every))) return worst;
  }
}

function raise(
  { language, isJson }: Command,
  { say, clock }: Surroundings,
  { alarms, findings }: { readonly alarms: ReadonlySet<string>; readonly findings: readonly Finding[] },
): Set<string> {
  const time = clock.wall().toISOString();
  const write = (finding: Finding) =>
    isJson ? JSON.stringify({ time, ...finding }) : `${time} ${sentence(finding, language)}`;
  const raised = findings.map((finding) => ({ key: JSON.stringify(finding), finding }));
  for (const { key, finding } of raised) if (!alarms.has(key)) say(write(finding));
  if (raised.length === 0 && alarms.size > 0) say(isJson ? JSON.stringify({ time, ok: true }) : `${time} OK`);
  return new Set(raised.map(({ key }) => key));
}

const worseOf = (worst: number, verdict: Verdict): number =>
  worst === exitCodes.tampered || verdict === 'ok' ? worst : exitCodes[verdict];

function tell({ language, isJson }: Command, { say }: Surroundings, report: Report): number {
  const verdict = verdictOf(report.findings);
  if (isJson) say(JSON.stringify({ verdict, ...report }));
  else for (const line of lines(report, verdict, language)) say(line);
  return exitCodes[verdict];
}

const only = (finding: Finding): Report => ({ findings: [finding], facts: {} });

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // Whatever the reason, the file cannot be had.
    throw new Unreadable(path);
  }
}

const text = (path: string): string => read(path).toString('utf8');

function stateIn(path: string): MonitorState | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as MonitorState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Unreadable(path);
  }
}

/** Beside the old state and then in its place, so that an interruption leaves one of the two. */
function keep(path: string, state: MonitorState): void {
  writeFileSync(`${path}.new`, JSON.stringify(state));
  renameSync(`${path}.new`, path);
}
