import { randomUUID } from 'node:crypto';
import { aService, shelter, uptd, type TestService } from '../storage/fixtures/a-service.js';

describe('a consent that is gone', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('takes the access that rested on it, and leaves the handoff open for the custodian to see', async () => {
    const caseId = await service.opens();
    const handoff = await service.refers(caseId, shelter);
    expect(await service.standing(shelter, caseId)).toBeDefined();
    await service.closesAccess(caseId, handoff, randomUUID());
    expect(await service.standing(shelter, caseId)).toBeUndefined();
    const [row] = await service.seenBy<{ status: string }>(
      uptd,
      'select status from case_handoff where case_id = $1',
      [caseId],
    );
    expect(row?.status).toBe('open');
    expect((await service.trail(caseId)).at(-1)).toMatchObject({
      type: 'access.revoke',
      entity: [
        { type: 'handoff', id: handoff },
        { type: 'consent' },
        { type: 'access', id: handoff, fields: ['endedAt'] },
      ],
    });
  });

  it('is heard of once in effect', async () => {
    const caseId = await service.opens();
    const handoff = await service.refers(caseId, shelter);
    await service.closesAccess(caseId, handoff, randomUUID());
    await service.closesAccess(caseId, handoff, randomUUID());
    expect((await service.trail(caseId)).at(-1)?.entity).toHaveLength(2);
  });
});
