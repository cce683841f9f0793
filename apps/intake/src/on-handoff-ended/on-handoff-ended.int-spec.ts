import type { CaseId } from '../domain/ids.js';
import { GetCase } from '../get-case/get-case.query.js';
import { anIntake, shelter, someoneOf, uptd, type Intake } from '../storage/fixtures/an-intake.js';

describe('a handoff that ended', () => {
  let intake: Intake;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    [id] = (await intake.opens()) as [CaseId];
  });
  afterAll(() => intake.close());

  const sees = async (agency: string) =>
    (await new GetCase(intake.uow, intake.sealer).execute(someoneOf(agency), id)).ok;

  it.each(['completed', 'not-completed', 'cancelled', 'referred-onward', 'entered-in-error'] as const)(
    'as %s takes the receiver’s access, and not the custodian’s',
    async (how) => {
      const handoffId = await intake.refers(id, shelter, 'legal-aid');
      expect(await sees(shelter)).toBe(true);
      await intake.ends(id, handoffId, how);
      expect((await intake.trail(id)).at(-1)).toMatchObject({
        type: 'access.revoke',
        entity: [
          { type: 'handoff', id: handoffId },
          { type: 'case', id },
        ],
      });
      expect(await sees(shelter)).toBe(false);
      expect(await sees(uptd)).toBe(true);
    },
  );

  it('leaves the access of another handoff to the same agency', async () => {
    const first = await intake.refers(id, shelter, 'legal-aid');
    await intake.refers(id, shelter, 'psychosocial-care');
    await intake.ends(id, first);
    const read = await new GetCase(intake.uow, intake.sealer).execute(someoneOf(shelter), id);
    expect(read).toMatchObject({ ok: true, value: { fieldGroups: ['identity', 'safety', 'needs'] } });
  });

  it('ends once: what is told again changes nothing', async () => {
    const handoffId = await intake.refers(id, shelter, 'legal-aid');
    await intake.ends(id, handoffId);
    const ended = () =>
      intake.seenBy(shelter, 'select ended_at from case_access where handoff_id = $1', [handoffId]);
    const before = await ended();
    await intake.ends(id, handoffId, 'not-completed');
    expect(await ended()).toEqual(before);
  });
});
