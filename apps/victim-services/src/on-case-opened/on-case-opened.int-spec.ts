import { randomUUID } from 'node:crypto';
import { caseId as asCaseId } from '../domain/ids.js';
import { aService, singkawang, stranger, uptd, type TestService } from '../storage/fixtures/a-service.js';

describe('a case that was opened', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('is its custodian’s from then on, and nobody else’s', async () => {
    const caseId = await service.opens();
    expect(await service.standing(uptd, caseId)).toBe('custodian');
    expect(await service.standing(stranger, caseId)).toBeUndefined();
    expect(await service.trail(caseId)).toMatchObject([
      { type: 'access.grant', actor: { kind: 'service' }, authz: { policyId: 'custody' } },
    ]);
  });

  it('is opened once, also when it is announced again under another id', async () => {
    const caseId = await service.opens();
    await service.opens({ caseId });
    expect(await service.standing(uptd, caseId)).toBe('custodian');
  });

  it('is not given back when its transfer was heard of first', async () => {
    const caseId = asCaseId(randomUUID());
    await service.transfers(caseId, uptd, singkawang);
    await service.opens({ caseId, riskLevel: 'low' });
    expect(await service.standing(uptd, caseId)).toBeUndefined();
    expect(await service.standing(singkawang, caseId)).toBe('custodian');
    const [file] = await service.seenBy<object>(
      singkawang,
      'select case_number, risk_level, epoch from case_custody where case_id = $1',
      [caseId],
    );
    expect(file).toEqual({ case_number: 'K-7Q4M2X9A-H', risk_level: 'low', epoch: 2 });
  });
});
