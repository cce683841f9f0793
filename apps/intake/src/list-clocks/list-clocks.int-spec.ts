import { clockQuery } from '@rujukan/clockwork';
import type { CaseId } from '../domain/ids.js';
import { GetClockBoard } from '../get-clock-board/get-clock-board.query.js';
import { anIntake, shelter, someoneOf, stranger, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { ListClocks } from './list-clocks.query.js';

describe('the duties of an agency', () => {
  let intake: Intake;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    [id] = (await intake.opens()) as [CaseId];
    await intake.refers(id, shelter, 'police-report');
  });
  afterAll(() => intake.close());

  const list = async (agency: string | null) => {
    const listClocks = new ListClocks(intake.uow, intake.cursors);
    const read = await listClocks.execute(someoneOf(agency), clockQuery.parse({}));
    return read.ok ? read.value.items : read;
  };
  const board = async (agency: string | null) => {
    const read = await new GetClockBoard(intake.uow).execute(someoneOf(agency));
    return read.ok ? read.value.groups : read;
  };

  it('are listed and counted to the custodian, with the case', async () => {
    expect(await list(uptd)).toMatchObject([{ definition: 'police-report', state: 'running', caseId: id }]);
    expect(await board(uptd)).toMatchObject([{ agencyId: uptd, definition: 'police-report', running: 1 }]);
  });

  it('are none for a receiver, a stranger and who works for no agency', async () => {
    for (const agency of [shelter, stranger, null])
      expect([await list(agency), await board(agency)]).toEqual([[], []]);
  });
});
