import {
  aService,
  shelter,
  singkawang,
  stranger,
  uptd,
  type TestService,
} from '../storage/fixtures/a-service.js';

describe('a handoff that was accepted', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('gives the receiver of a referral access, on the record with both agencies and the lawful basis', async () => {
    const caseId = await service.opens();
    const handoff = await service.refers(caseId, shelter);
    expect(await service.standing(shelter, caseId)).toBe('handoff');
    expect((await service.trail(caseId)).at(-1)).toMatchObject({
      type: 'access.grant',
      authz: { policyId: 'accepted-handoff', lawfulBasis: 'vital-interest' },
      disclosure: { fromOrg: uptd, toOrg: shelter, receiptId: handoff },
    });
  });

  it('gives access once for each handoff, and access lasts until the last of them ends', async () => {
    const caseId = await service.opens();
    const first = await service.refers(caseId, shelter);
    await service.refers(caseId, shelter);
    await service.ends(caseId, first);
    expect(await service.standing(shelter, caseId)).toBe('handoff');
  });

  it('is done with when it is a transfer, and is no access when it is advice', async () => {
    const caseId = await service.opens();
    const transfer = await service.requests(caseId, singkawang, 'transfer');
    await service.accepts(caseId, transfer, singkawang, 'transfer');
    const advice = await service.requests(caseId, stranger, 'consultation');
    await service.accepts(caseId, advice, stranger, 'consultation');
    expect(await service.standing(singkawang, caseId)).toBeUndefined();
    expect(await service.standing(stranger, caseId)).toBeUndefined();
    const open = await service.seenBy(
      uptd,
      `select handoff_id from case_handoff where case_id = $1 and status = 'open'`,
      [caseId],
    );
    expect(open).toEqual([{ handoff_id: advice }]);
  });
});
