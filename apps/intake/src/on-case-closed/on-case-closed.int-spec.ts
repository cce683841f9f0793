import type { CaseId } from '../domain/ids.js';
import { GetCase } from '../get-case/get-case.query.js';
import { anIntake, shelter, someoneOf, uptd, type Intake } from '../storage/fixtures/an-intake.js';

describe('a closed case', () => {
  let intake: Intake;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    [id] = (await intake.opens()) as [CaseId];
    await intake.refers(id, shelter, 'legal-aid');
    await intake.closes(id);
  });
  afterAll(() => intake.close());

  const read = (agency: string) => new GetCase(intake.uow, intake.sealer).execute(someoneOf(agency), id);

  it('ends every access by handoff, and the custodian can still read', async () => {
    expect(await read(shelter)).toMatchObject({ reason: 'not-found' });
    expect(await read(uptd)).toMatchObject({
      ok: true,
      value: { status: 'closed', closureReason: 'goals-met', closedAt: new Date('2026-03-07T20:00:00.000Z') },
    });
  });

  it('is closed once', async () => {
    await intake.closes(id);
    const closings = (await intake.trail(id)).filter((entry) => entry.type === 'case.close');
    expect(closings).toMatchObject([{ entity: [{ type: 'case', id, version: 2 }] }]);
  });
});
