import { publishedEvents } from '@rujukan/testing';
import type { CaseId } from '../domain/ids.js';
import { anIntake, shelter, someoneOf, stranger, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { ReassessRisk } from './reassess-risk.js';

describe('assessing the risk anew', () => {
  let intake: Intake;
  let reassess: ReassessRisk;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    reassess = new ReassessRisk(intake.uow);
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    [id] = (await intake.opens()) as [CaseId];
  });

  const assess = (by = someoneOf(uptd), version = 1, level: 'high' | 'medium' | 'low' = 'medium') =>
    reassess.execute(by, id, version, level);

  it('is told to those who hurry for it', async () => {
    expect(await assess()).toMatchObject({ ok: true, value: { version: 2, riskLevel: 'medium' } });
    const told = (await publishedEvents(intake.database.worker, 'case.outline-changed.v1')).filter(
      ({ key }) => key === id,
    );
    expect(told.map(({ data }) => data)).toMatchObject([{ caseId: id, riskLevel: 'medium', version: 2 }]);
    const entry = (await intake.trail(id)).at(-1);
    expect(entry).toMatchObject({ entity: [{ type: 'case', id, fields: ['riskLevel'] }] });
  });

  it('is refused by name', async () => {
    const reason = async (outcome: ReturnType<typeof assess>) => {
      const given = await outcome;
      return given.ok ? 'done' : given.reason;
    };
    expect(await reason(assess(someoneOf(stranger)))).toBe('not-found');
    expect(await reason(assess(someoneOf(uptd), 2))).toBe('stale-version');
    expect(await reason(assess(someoneOf(uptd), 1, 'high'))).toBe('nothing-changed');
    await intake.refers(id, shelter, 'shelter-placement');
    expect(await reason(assess(someoneOf(shelter)))).toBe('not-custodian');
    await intake.closes(id);
    expect(await reason(assess(someoneOf(uptd), 2))).toBe('case-closed');
  });

  it('happens once when eight people do it at the same moment, and is answered again under the same key', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => assess()));
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    const who = someoneOf(uptd, { subject: 'same', idempotencyKey: 'a-key' });
    const first = await assess(who, 2, 'low');
    expect(await assess(who, 2, 'low')).toEqual({ ...first, replayed: true });
  });
});
