import { cancel, meet, pause, resume, tick, type DutyClock, type Move } from '@rujukan/clocks';
import { publishedEntries, publishedEvents } from '@rujukan/testing';
import { findClocksOf } from './clock.finder.js';
import { lockClocksToWake, lockOpenClocks, moveClocks } from './clock.store.js';
import {
  aDuty,
  aSpecimen,
  debtor,
  dueInThreeHours,
  testing,
  waiting,
  type Specimen,
} from './fixtures/specimen-service.js';

const hours = 3_600_000;

describe('clocks of a service', () => {
  let specimen: Specimen;

  beforeEach(async () => {
    specimen = await aSpecimen();
  });
  afterEach(() => specimen.close());

  const strike = (worker = specimen.worker()) =>
    worker.timer(testing, (tx, act, now) => specimen.clocks.strike(tx, act, now));
  const strikeAll = async (worker = specimen.worker()) => {
    while ((await strike(worker)) > 0);
  };
  const breaches = () => publishedEvents(specimen.database.worker, 'clock.breached.v1');
  const stored = async ({ clock }: Move): Promise<DutyClock> =>
    (await findClocksOf(specimen.database.worker.manager, { subject: clock.subject }))[0]!.clock;
  const save = (move: Move | undefined) =>
    specimen.worker().timer(testing, (tx, act) => specimen.clocks.save(tx, act, move ? [move] : []));

  it('are kept as they were started', async () => {
    const [move] = await specimen.starts(1);
    expect(await stored(move!)).toEqual(move!.clock);
    expect(move!.clock.dueAt).toEqual(dueInThreeHours);
  });

  it('are started once for what is open already, and again after its end', async () => {
    const duty = aDuty();
    await specimen.starts(1, { subject: duty.subject });
    await specimen.starts(1, { subject: duty.subject });
    await specimen.starts(1, { subject: duty.subject, aspect: 'legal-aid' });
    const open = () =>
      specimen.database.worker.transaction((tx) => lockOpenClocks(tx, { subjects: [duty.subject] }));
    const first = (await open()).find(({ aspect }) => aspect === '')!;
    expect(await open()).toHaveLength(2);
    await save(meet(first, specimen.clock.now()));
    await specimen.starts(1, { subject: duty.subject });
    expect(await open()).toHaveLength(2);
    expect(await findClocksOf(specimen.database.worker.manager, { subject: duty.subject })).toHaveLength(3);
  });

  it('come back from the database in every state', async () => {
    const [move] = await specimen.starts(1);
    const { clock } = move!;
    const later = (n: number) => new Date(clock.startedAt.getTime() + n * hours);
    const paused = pause(clock, 'returned', later(1))!;
    const resumed = resume(paused.clock, later(2))!;
    const warned = tick(resumed.clock, later(3));
    const breached = tick(warned.clock, later(30));
    const met = meet(breached.clock, later(31))!;
    for (const next of [paused, resumed, warned, breached, met]) {
      await save(next);
      expect(await stored(move!)).toEqual(next.clock);
    }
    const [other] = await specimen.starts(1);
    const cancelled = cancel(other!.clock, later(1))!;
    await save(cancelled);
    expect(await stored(other!)).toEqual(cancelled.clock);
  });

  it('are left alone until there is something to tell', async () => {
    const [move] = await specimen.starts(1);
    specimen.clock.advance(1.5 * hours - 1);
    expect(await strike()).toBe(0);
    specimen.clock.advance(1);
    expect(await strike()).toBe(1);
    expect(await strike()).toBe(0);
    expect(await stored(move!)).toMatchObject({ state: 'running', warned: 50 });
  });

  it('are told once each by three workers that all see a thousand at the same second', async () => {
    const moves = await specimen.starts(1_000);
    specimen.clock.advance(3 * hours + 1);
    const workers = [specimen.worker(), specimen.worker(), specimen.worker()];
    await Promise.all(workers.map((worker) => strikeAll(worker)));
    const told = (await breaches()).map(({ data }) => data.clockId);
    expect(told).toHaveLength(1_000);
    expect(new Set(told)).toEqual(new Set(moves.map(({ clock }) => clock.id)));
    await strikeAll();
    expect(await breaches()).toHaveLength(1_000);
  });

  it('are told by the next worker when one dies in the middle, and not twice', async () => {
    await specimen.starts(10);
    specimen.clock.advance(3 * hours + 1);
    const dying = specimen.worker().timer(testing, async (tx, act, now) => {
      await specimen.clocks.strike(tx, act, now);
      await specimen.database.cut('worker');
      await tx.query('select 1');
    });
    await expect(dying).rejects.toThrow();
    expect(await breaches()).toEqual([]);
    await strikeAll();
    expect(await breaches()).toHaveLength(10);
  });

  it('pass over what another worker has in hand', async () => {
    await specimen.starts(3);
    specimen.clock.advance(3 * hours + 1);
    await specimen.database.worker.transaction(async (tx) => {
      expect(await lockClocksToWake(tx, specimen.clock.now(), 2)).toHaveLength(2);
      expect(await strike()).toBe(1);
    });
    expect(await strike()).toBe(2);
  });

  it('leave an entry with the clocks and cases concerned, and none where time brought nothing', async () => {
    const [move] = await specimen.starts(1);
    const before = (await publishedEntries(specimen.database.worker)).length;
    await strike();
    specimen.clock.advance(3 * hours + 1);
    await strike();
    const entries = (await publishedEntries(specimen.database.worker)).slice(before);
    expect(entries).toMatchObject([
      { subject: [move!.clock.caseId], entity: [{ type: 'clock', id: move!.clock.id }] },
    ]);
  });

  it('follow custody, those that are owed and those that are awaited', async () => {
    const caseId = aDuty().caseId;
    const [owed] = await specimen.starts(1, { caseId, agencyId: waiting });
    const [awaited] = await specimen.starts(1, { caseId });
    await specimen.database.worker.transaction((tx) =>
      moveClocks(tx, caseId, { from: waiting, to: '0195718e-5a00-7000-8000-00000000000c' }),
    );
    expect(await stored(owed!)).toMatchObject({ agencyId: expect.stringMatching(/c$/) as string });
    expect(await stored(awaited!)).toMatchObject({
      agencyId: debtor,
      awaitedBy: expect.stringMatching(/c$/) as string,
    });
  });

  it('that vanished under a change are no silent loss', async () => {
    const [move] = await specimen.starts(1);
    const gone = { ...move!.clock, id: aDuty().id };
    await expect(save(meet(gone, specimen.clock.now()))).rejects.toThrow('1 clocks vanished');
  });
});
