import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { ExportFolder } from '../../libs/audit-verify/src/export-folder.js';
import type { Finding } from '../../libs/audit-verify/src/findings.js';
import { fsck } from '../../libs/audit-verify/src/fsck.js';
import {
  aFolder,
  aTrust,
  build,
  headOf,
  writeExport,
  type BuiltLog,
} from '../../libs/audit-verify/src/fixtures/a-log.js';
import { look, type MonitorState } from '../../libs/audit-verify/src/monitor.js';
import { aCourse, LogOfCourse, type Step } from './support/course.js';

/** `FC_RUNS` for more of them; FC_SEED says again what a failure printed. */
const runs = Number(process.env['FC_RUNS'] ?? 1_000);
const seed = Number(process.env['FC_SEED'] ?? randomInt(2 ** 31));

const trust = aTrust();
const [stall, grace] = [120_000, 60_000];
const everybody = [0, 1, 2];
const quorum = 2;

/** That too few witnesses saw a head is no false alarm where too few did. */
const isTrueOf = ({ kind, where }: Finding): boolean => kind === 'quorum-missing' && where === 'checkpoint';

/** What the monitor knows when it looks again: all of it, what it wrote down, or nothing. */
function remembered(step: Step, state: MonitorState | null): MonitorState | null {
  if (step.isMonitorNew) return null;
  return step.isMonitorRestarted ? (JSON.parse(JSON.stringify(state)) as MonitorState | null) : state;
}

function headBy(log: BuiltLog, witnesses: readonly number[], time: number): string {
  trust.setTime(time);
  return headOf(log, trust.log, ...witnesses.map((at) => trust.witnesses[at]!));
}

/** Lets a log take its course under the eyes of a monitor and of somebody who exports it whole now and then. */
async function alarmsOf(steps: readonly Step[]): Promise<readonly string[]> {
  const folder = aFolder();
  try {
    const reader = { ...trust, folder: new ExportFolder(folder.path) };
    const log = new LogOfCourse();
    const alarms: string[] = [];
    let state: MonitorState | null = null;
    let shown = { note: headBy(build([]), everybody, log.now), isBelieved: true };
    let isLate = false;
    for (const step of steps) {
      const built = log.take(step);
      const isBelieved = step.witnesses.length >= quorum;
      // Files are written before the head that needs them, and a reader may come in between; never twice for one head,
      // or what came meanwhile would rightly be missed.
      isLate = step.isHeadLate && shown.isBelieved && !isLate;
      const known = shown;
      if (!isLate) shown = { note: headBy(built, step.witnesses, log.now), isBelieved };
      writeExport(folder, built, shown.note);
      if (step.isKept && isBelieved && !isLate)
        folder.write(`checkpoints/${built.entries.length}`, shown.note);
      state = remembered(step, state);
      const seen = await look({ ...reader, stall, grace }, state, log.now + step.readAfter);
      state = seen.state;
      const kept = known.isBelieved ? { known: { where: 'kept', note: known.note } } : {};
      const whole = step.isExported
        ? fsck({ ...reader, ...kept, grace, progress: () => undefined }).findings
        : [];
      const isWitnessed = shown.isBelieved;
      alarms.push(
        ...[...seen.report.findings, ...whole]
          .filter((finding) => isWitnessed || !isTrueOf(finding))
          .map((finding) => JSON.stringify(finding)),
      );
    }
    return alarms;
  } finally {
    folder.remove();
  }
}

describe('nobody is accused', () => {
  it(`in ${runs} logs that grow as logs do`, async () => {
    let entries = 0;
    await fc.assert(
      fc.asyncProperty(aCourse, async (steps) => {
        entries += steps.reduce((sum, step) => sum + step.acts.length, 0);
        expect(await alarmsOf(steps)).toEqual([]);
      }),
      { numRuns: runs, seed },
    );
    expect(entries).toBeGreaterThan(runs);
  }, 300_000);
});
