import type { CaseId } from '../../domain/ids.js';
import {
  aService,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { GetCustody } from './get-custody.query.js';

describe('custody of a case', () => {
  let service: TestService;
  let custody: GetCustody;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    custody = new GetCustody(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const read = (agency: string) => custody.execute(someoneOf(agency), id);

  it('is told to the custodian', async () => {
    expect(valueOf(await read(uptd))).toMatchObject({
      caseId: id,
      custodianAgencyId: uptd,
      epoch: 1,
      status: 'open',
      riskLevel: 'high',
      ageBand: '13-15',
      history: [{ epoch: 1, agencyId: uptd }],
    });
  });

  it('tells the custodian, and nobody else, what a provider is looked for with', async () => {
    expect(valueOf(await read(uptd)).need).toEqual({
      ageBand: '13-15',
      sex: 'female',
      areaCode: '61.71.02',
      languages: ['id'],
      hasDisability: false,
    });
    await service.refers(id);
    expect(valueOf(await read(shelter))).not.toHaveProperty('need');
  });

  it('is told to who accepted a referral, until it ends, and to nobody who was merely asked', async () => {
    await service.asks(id, { to: secondShelter });
    const handoff = await service.refers(id);
    expect(reasonOf(await read(shelter))).toBe('done');
    expect(reasonOf(await read(secondShelter))).toBe('not-found');
    expect(reasonOf(await read(stranger))).toBe('not-found');
    valueOf(await service.complete.execute(someoneOf(shelter), handoff, 2, { outcome: 'service-provided' }));
    expect(reasonOf(await read(shelter))).toBe('not-found');
  });

  it('is a line: after a transfer the new custodian sees who held it, the old one sees nothing', async () => {
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    expect(valueOf(await read(singkawang)).history).toMatchObject([
      { epoch: 1, agencyId: uptd },
      { epoch: 2, agencyId: singkawang, handoffId: transfer },
    ]);
    expect(reasonOf(await read(uptd))).toBe('not-found');
  });

  it('says when the case is closed', async () => {
    await service.closes(id);
    expect(valueOf(await read(uptd)).status).toBe('closed');
  });

  it('is recorded, and so is the denial', async () => {
    await read(uptd);
    await read(stranger);
    expect((await service.trail(id)).slice(-2)).toMatchObject([
      { outcome: 'success', authz: { policyId: 'custody' } },
      { outcome: 'denied', reason: 'not-found', actor: { org: stranger } },
    ]);
  });
});
