import { randomUUID } from 'node:crypto';
import { caseId, type CaseId } from '../domain/ids.js';
import { GetCase } from '../get-case/get-case.query.js';
import {
  anIntake,
  shelter,
  singkawang,
  someoneOf,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';

describe('a change of custody', () => {
  let intake: Intake;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    [id] = (await intake.opens()) as [CaseId];
  });

  const read = async (agency: string) => {
    const answer = await new GetCase(intake.uow, intake.sealer).execute(someoneOf(agency), id);
    return answer.ok ? answer.value : undefined;
  };

  it('gives the case with its clock to the new custodian, and leaves the old one nothing', async () => {
    await intake.transfers(id, uptd, singkawang);
    expect((await intake.trail(id)).at(-1)).toMatchObject({
      type: 'custody.move',
      entity: [{ type: 'case', id, version: 2 }],
      disclosure: { fromOrg: uptd, toOrg: singkawang },
    });
    expect(await read(singkawang)).toMatchObject({ basis: 'custodian', clocks: [{ state: 'running' }] });
    expect(await read(uptd)).toBeUndefined();
    for (const table of ['case_file', 'duty_clock', 'incident'])
      expect(await intake.seenBy(uptd, `select 1 from ${table}`)).toEqual([]);
  });

  it('leaves running referrals to others as they are, and drops the new custodian’s own', async () => {
    await intake.refers(id, shelter, 'legal-aid');
    await intake.refers(id, singkawang, 'social-report');
    await intake.transfers(id, uptd, singkawang);
    expect(await read(shelter)).toMatchObject({ basis: 'handoff', custodianAgencyId: singkawang });
    const mine = 'select basis from case_access where ended_at is null and case_id = $1';
    expect(await intake.seenBy(singkawang, mine, [id])).toEqual([{ basis: 'custodian' }]);
  });

  it('is followed once, and old news is not followed at all', async () => {
    await intake.transfers(id, uptd, singkawang, 3);
    const before = (await intake.trail(id)).length;
    await intake.transfers(id, uptd, singkawang, 3);
    await intake.transfers(id, uptd, shelter, 2);
    expect(await read(singkawang)).toMatchObject({ epoch: 3, version: 2 });
    expect((await intake.trail(id)).length).toBe(before + 1); // the read
  });

  it('ends with the last custodian when two changes are handled at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      [id] = (await intake.opens()) as [CaseId];
      await Promise.all([
        intake.transfers(id, uptd, singkawang, 2),
        intake.transfers(id, singkawang, shelter, 3),
      ]);
      expect(await read(shelter)).toMatchObject({ basis: 'custodian', epoch: 3 });
      expect([await read(uptd), await read(singkawang)]).toEqual([undefined, undefined]);
    }
  });

  it('moves a closed case as well: no case is without a custodian', async () => {
    await intake.closes(id);
    await intake.transfers(id, uptd, singkawang);
    expect(await read(singkawang)).toMatchObject({ status: 'closed' });
  });

  it('of a case that nobody opened is an error, to be seen and tried again', async () => {
    await expect(intake.transfers(caseId(randomUUID()), uptd, singkawang)).rejects.toThrow('is unknown');
  });
});
