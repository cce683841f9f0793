import { randomUUID } from 'node:crypto';
import { Destroyed } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { saturdayNight, testClock } from '@rujukan/testing';
import { AgreePlan } from '../agree-plan/agree-plan.js';
import type { CaseId } from '../domain/ids.js';
import { GetSupport } from '../get-support/get-support.query.js';
import { aService, canary, someoneOf, uptd, type TestService } from '../storage/fixtures/a-service.js';
import { OnRetentionEnded } from './on-retention-ended.js';

describe('a case whose time is over', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  const end = (caseId: CaseId) => {
    const uow = new UnitOfWork(service.database.worker, 'victim-services', testClock());
    const data = { caseId, erasureId: randomUUID(), recordClass: 'closed-case', ruleVersion: 1 } as const;
    return service.database.worker.transaction((tx) =>
      new OnRetentionEnded(uow).execute(tx, {
        id: randomUUID(),
        type: 'case.retention-ended.v1',
        source: 'audit',
        key: caseId,
        time: saturdayNight,
        traceId: '1'.repeat(32),
        correlationId: randomUUID(),
        data,
      }),
    );
  };
  const read = async (id: CaseId) =>
    new GetSupport(service.uow, await service.anotherSealer()).execute(someoneOf(uptd), id);
  const destructions = async (id: CaseId) =>
    (await service.trail(id)).filter(({ type }) => type === 'data-key.destroy');

  it('has no plan that could be read, and the destruction is in the log once', async () => {
    const [id, other] = [await service.opens(), await service.opens()];
    const draft = { objective: canary, actions: [canary], plannedEnd: '2026-06-30' };
    for (const one of [id, other])
      await new AgreePlan(service.uow, service.sealer).execute(someoneOf(uptd), one, draft, 0);
    expect(await read(id)).toMatchObject({ ok: true });

    await end(id);
    await end(id);
    await expect(read(id)).rejects.toThrow(Destroyed);
    expect(await read(other)).toMatchObject({ ok: true });
    expect(await destructions(id)).toMatchObject([
      { action: 'D', authz: { policyId: 'retention' }, entity: [{ type: 'data-key', id }] },
    ]);
  });

  it('of which nothing was ever written leaves nothing to destroy', async () => {
    const id = await service.opens();
    await end(id);
    expect(await destructions(id)).toEqual([]);
  });
});
