import { aService, shelter, stranger, uptd, type TestService } from '../storage/fixtures/a-service.js';

describe('a handoff that was requested', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('is counted for the custodian and gives nobody access', async () => {
    const caseId = await service.opens();
    const handoff = await service.requests(caseId, shelter);
    const sql = 'select handoff_id, status from case_handoff where case_id = $1';
    expect(await service.seenBy(uptd, sql, [caseId])).toEqual([{ handoff_id: handoff, status: 'open' }]);
    expect(await service.seenBy(stranger, sql, [caseId])).toEqual([]);
    expect(await service.standing(shelter, caseId)).toBeUndefined();
    expect((await service.trail(caseId)).map((entry) => entry.type)).toEqual([
      'access.grant',
      'handoff.follow',
    ]);
  });
});
