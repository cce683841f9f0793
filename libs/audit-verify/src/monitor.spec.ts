import { ExportFolder } from './export-folder.js';
import {
  aFolder,
  anEntry,
  aTrust,
  build,
  entriesUpTo,
  headOf,
  recordedAt,
  wellSigned,
  writeExport,
} from './fixtures/a-log.js';
import { look, type MonitorState } from './monitor.js';

const trust = aTrust();
const folder = aFolder();
afterAll(() => folder.remove());

/** One look at a log of these entries, a moment after it was signed. */
async function lookAt(
  entries: readonly Buffer[],
  state: MonitorState | null,
  sign: (log: ReturnType<typeof build>) => string = (log) => wellSigned(log, trust),
) {
  const log = build(entries);
  trust.setTime(Date.parse(recordedAt(entries.length)));
  writeExport(folder, log, sign(log));
  const options = { ...trust, folder: new ExportFolder(folder.path), stall: 120_000, grace: 60_000 };
  const seen = await look(options, state, Date.parse(recordedAt(entries.length)));
  return { ...seen, found: seen.report.findings.map(({ kind, where }) => `${kind} ${where}`) };
}

describe('a monitor', () => {
  it('sees a clock that was turned back between two looks', async () => {
    const { state } = await lookAt(entriesUpTo(300), null);
    const late = anEntry(300, { recorded: recordedAt(200) });
    const { found } = await lookAt([...entriesUpTo(300), late], state);
    expect(found).toEqual(['clock-back entry 300']);
  });

  it('goes on with a state of before it remembered the time', async () => {
    const { state } = await lookAt(entriesUpTo(300), null);
    const { latest: _, ...older } = state!;
    expect((await lookAt(entriesUpTo(310), older)).found).toEqual([]);
  });

  describe('of a head that too few witnesses saw', () => {
    const alone = (log: ReturnType<typeof build>) => headOf(log, trust.log);
    const forked = [...entriesUpTo(299), anEntry(299, { outcome: 'denied' })];

    it('says that it contradicts an earlier one, and does not remember it', async () => {
      const { state } = await lookAt(entriesUpTo(300), null);
      const fork = await lookAt([...forked, anEntry(300)], state, alone);
      expect(fork.found).toEqual(['quorum-missing checkpoint', 'fork the last known checkpoint']);
      expect(fork.state).toBe(state);
      const back = await lookAt(entriesUpTo(200), state, alone);
      expect(back.found).toEqual(['quorum-missing checkpoint', 'rolled-back checkpoint']);
    });

    it('says no more where it continues the log', async () => {
      const { state } = await lookAt(entriesUpTo(300), null);
      const next = await lookAt(entriesUpTo(310), state, alone);
      expect(next.found).toEqual(['quorum-missing checkpoint']);
      expect(next.state).toBe(state);
      expect((await lookAt(entriesUpTo(310), state)).found).toEqual([]);
    });
  });
});
