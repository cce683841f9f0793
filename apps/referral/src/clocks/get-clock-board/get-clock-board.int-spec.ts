import { contextFor } from '@rujukan/testing';
import {
  aService,
  shelter,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { GetClockBoard } from './get-clock-board.query.js';

describe('the board of clocks', () => {
  let service: TestService;
  let board: GetClockBoard;

  beforeAll(async () => {
    service = await aService();
    board = new GetClockBoard(service.uow);
    await service.asks(await service.opens());
    await service.asks(await service.opens());
  });
  afterAll(() => service.close());

  const now = new Date('2026-03-07T21:30:00.000Z');
  const read = async (agencyId: string | null, role: string) =>
    valueOf(await board.execute(contextFor({ agencyId, roles: [role], now }))).groups;

  it('counts for a supervisor by agency and step, the most overdue first', async () => {
    const groups = await read(uptd, 'supervisor');
    expect(groups[0]).toMatchObject({
      agencyId: shelter,
      definition: 'referral-ack',
      overdue: 2,
      running: 0,
    });
    expect(
      groups
        .slice(1)
        .map(({ definition, overdue, running }) => [definition, overdue, running])
        .sort(),
    ).toEqual([
      ['referral-decision', 0, 2],
      ['referral-need', 0, 2],
    ]);
    expect(await read(stranger, 'supervisor')).toEqual([]);
    expect(await read(null, 'supervisor')).toEqual([]);
  });

  it('counts for oversight what every agency owes', async () => {
    expect(await read(stranger, 'oversight-commissioner')).toEqual(await read(uptd, 'supervisor'));
    expect(await read(null, 'auditor')).toHaveLength(3);
  });
});
