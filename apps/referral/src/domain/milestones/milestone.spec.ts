import { tick, type DutyClock } from '@rujukan/clocks';
import { agencyId, caseId, milestoneId } from '../ids.js';
import { effectsOf, record, type Happening } from './milestone.js';

const manager = agencyId('0195718e-5a00-7000-8000-00000000000a');
const lpsk = agencyId('0195718e-5a00-7000-8000-00000000000b');
const child = caseId('0195718e-5a00-7000-8000-0000000000c1');
const birth = {
  id: milestoneId('0195718e-5a00-7000-8000-0000000000d1'),
  caseId: child,
  recordedBy: manager,
};
const noon = new Date('2026-03-02T05:00:00Z');
const hour = 3_600_000;
/** Calendar days end with the day, in Pontianak. */
const endOfNinth = new Date('2026-03-09T16:59:59.999Z');
const later = (hours: number) => new Date(noon.getTime() + hours * hour);

const happened = (happening: Happening, now = later(24 * 30)) => {
  const born = record(birth, happening, now);
  if (!born.ok) throw new Error(born.reason);
  return born.value;
};
const effects = (happening: Happening, open: readonly DutyClock[] = [], hasReason = false) =>
  effectsOf(happened(happening), open, { newId: () => 'a-clock', hasReason });
const opened = (happening: Happening): DutyClock[] => {
  const outcome = effects(happening);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.started.map(({ clock }) => clock);
};

describe('a milestone', () => {
  const filed: Happening = { code: 'lpsk-application-filed', occurredAt: noon, nextAgency: lpsk };

  it('starts what follows from it, owed by whoever must act and counted from when it happened', () => {
    expect(opened(filed)).toMatchObject([
      {
        definition: 'lpsk-decision',
        agencyId: lpsk,
        awaitedBy: manager,
        subject: child,
        startedAt: noon,
        dueAt: endOfNinth,
      },
    ]);
  });

  it('leaves the next act to the recorder, where it names nobody', () => {
    const [clock] = opened({ code: 'restitution-incomplete', occurredAt: noon });
    expect(clock).toMatchObject({ definition: 'restitution-file', agencyId: manager });
    expect(clock).not.toHaveProperty('awaitedBy');
  });

  it('ends what it fulfils, in time although it was written down late', () => {
    const granted = effects({ code: 'lpsk-granted', occurredAt: later(100) }, opened(filed));
    expect(granted).toMatchObject({
      ok: true,
      value: { ended: [{ clock: { state: 'met', isLate: false, stoppedAt: later(100) } }], late: [] },
    });
  });

  it('leaves every other clock alone', () => {
    expect(effects({ code: 'visum-delivered', occurredAt: later(1) }, opened(filed))).toEqual({
      ok: true,
      value: { ended: [], late: [], started: [] },
    });
  });

  it('needs a reason where a limit of the law was missed', () => {
    const missed = opened(filed).map((clock) => tick(clock, later(8 * 24)).clock);
    const granted: Happening = { code: 'lpsk-granted', occurredAt: later(9 * 24) };
    expect(effects(granted, missed)).toMatchObject({
      reason: 'late-reason-missing',
      details: { dueAt: endOfNinth },
    });
    expect(effects(granted, missed, true)).toMatchObject({
      ok: true,
      value: { ended: [{ clock: { state: 'met', isLate: true } }], late: [{ definition: 'lpsk-decision' }] },
    });
  });

  it('is neither in the future nor before what it ends', () => {
    expect(record(birth, { ...filed, occurredAt: later(1) }, noon)).toMatchObject({
      reason: 'milestone-in-the-future',
    });
    expect(effects({ code: 'lpsk-granted', occurredAt: later(-1) }, opened(filed))).toMatchObject({
      reason: 'milestone-before-its-clock',
    });
  });
});
