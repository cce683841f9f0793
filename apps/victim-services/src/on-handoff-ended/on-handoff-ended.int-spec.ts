import { aService, shelter, uptd, type TestService } from '../storage/fixtures/a-service.js';

describe('a handoff that ended', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it.each(['completed', 'not-completed', 'cancelled', 'referred-onward', 'entered-in-error'] as const)(
    'as %s takes the receiver’s access',
    async (how) => {
      const caseId = await service.opens();
      const handoff = await service.refers(caseId, shelter);
      await service.ends(caseId, handoff, how);
      expect(await service.standing(shelter, caseId)).toBeUndefined();
      expect((await service.trail(caseId)).at(-1)).toMatchObject({
        type: 'access.revoke',
        entity: [
          { type: 'handoff', id: handoff },
          { type: 'access', id: handoff, fields: ['endedAt'] },
        ],
      });
    },
  );

  it.each(['rejected', 'expired'] as const)(
    'as %s had given none, and is not counted any more',
    async (how) => {
      const caseId = await service.opens();
      const handoff = await service.requests(caseId, shelter);
      await service.ends(caseId, handoff, how);
      const [row] = await service.seenBy<{ status: string }>(
        uptd,
        'select status from case_handoff where case_id = $1',
        [caseId],
      );
      expect(row?.status).toBe('ended');
      expect((await service.trail(caseId)).at(-1)?.entity).toHaveLength(1);
    },
  );
});
