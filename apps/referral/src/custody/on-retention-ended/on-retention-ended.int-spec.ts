import { randomUUID } from 'node:crypto';
import { Destroyed } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { saturdayNight, testClock } from '@rujukan/testing';
import type { CaseId } from '../../domain/ids.js';
import { GetHandoff } from '../../handoffs/get-handoff/get-handoff.query.js';
import { aService, someoneOf, uptd, type TestService } from '../../storage/fixtures/a-service.js';
import { OnRetentionEnded } from './on-retention-ended.js';

describe('a case whose time is over', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  const end = (caseId: CaseId) => {
    const uow = new UnitOfWork(service.database.worker, 'referral', testClock());
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

  it('has handoffs whose words nobody can read, and the destruction is in the log once', async () => {
    const [id, other] = [await service.opens(), await service.opens()];
    const [handoff, kept] = [await service.refers(id), await service.refers(other)];
    const read = async (one: typeof handoff) =>
      new GetHandoff(service.uow, await service.anotherSealer()).execute(someoneOf(uptd), one);
    expect(await read(handoff)).toMatchObject({ ok: true });

    await end(id);
    await end(id);
    await expect(read(handoff)).rejects.toThrow(Destroyed);
    expect(await read(kept)).toMatchObject({ ok: true });
    const entries = (await service.trail(id)).filter(({ type }) => type === 'data-key.destroy');
    expect(entries).toMatchObject([
      { action: 'D', authz: { policyId: 'retention' }, entity: [{ type: 'data-key', id }] },
    ]);
  });
});
