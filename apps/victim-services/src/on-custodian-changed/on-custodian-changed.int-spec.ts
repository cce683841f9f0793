import { RequestClosure } from '../request-closure/request-closure.js';
import {
  aService,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type TestService,
} from '../storage/fixtures/a-service.js';

describe('custody that moved', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('begins for one agency where it ends for the other', async () => {
    const caseId = await service.opens();
    await service.transfers(caseId, uptd, singkawang);
    expect(await service.standing(uptd, caseId)).toBeUndefined();
    expect(await service.standing(singkawang, caseId)).toBe('custodian');
    const held = await service.database.worker.query<object[]>(
      'select agency_id, basis from case_access where case_id = $1 and ended_at is null',
      [caseId],
    );
    expect(held).toEqual([{ agency_id: singkawang, basis: 'custodian' }]);
  });

  it('does not go back when old news arrives late', async () => {
    const caseId = await service.opens();
    await service.transfers(caseId, singkawang, stranger, 3);
    await service.transfers(caseId, uptd, singkawang, 2);
    expect(await service.standing(stranger, caseId)).toBe('custodian');
    expect(await service.standing(singkawang, caseId)).toBeUndefined();
    expect((await service.trail(caseId)).at(-1)).toMatchObject({ authz: { policyId: 'superseded-custody' } });
  });

  it('leaves agencies that work on the case at their work', async () => {
    const caseId = await service.opens();
    await service.refers(caseId, shelter);
    await service.transfers(caseId, uptd, singkawang);
    expect(await service.standing(shelter, caseId)).toBe('handoff');
  });

  it('takes a closure that was waiting with it', async () => {
    const caseId = await service.opens();
    const request = new RequestClosure(service.uow, service.sealer);
    const asked = await request.execute(someoneOf(uptd), caseId, { reason: 'unfounded' });
    await service.transfers(caseId, uptd, singkawang);
    const id = asked.ok && asked.value.id;
    expect((await service.trail(caseId)).at(-1)).toMatchObject({
      type: 'custody.move',
      disclosure: { fromOrg: uptd, toOrg: singkawang },
      entity: [
        { type: 'case', id: caseId, fields: ['custodianAgencyId'] },
        { type: 'closure', id, version: 2 },
      ],
    });
  });
});
