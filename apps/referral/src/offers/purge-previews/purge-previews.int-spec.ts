import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, testClock } from '@rujukan/testing';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  secondShelter,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { PurgePreviews } from './purge-previews.js';

describe('previews of handoffs that nobody took', () => {
  let service: TestService;
  let id: CaseId;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await aWorker().execute();
    id = await service.opens();
    handoff = await service.asks(id);
  });

  const aWorker = () => new PurgePreviews(new UnitOfWork(service.database.worker, 'referral', testClock()));
  const declines = (which = handoff, by = shelter) =>
    service.reject.execute(someoneOf(by), which, 1, { reason: 'no-capacity' }).then(valueOf);
  const seenBy = async (agency: string) => valueOf(await service.get.execute(someoneOf(agency), handoff));
  const purges = async () =>
    (await publishedEntries(service.database.worker)).filter(
      ({ type, subject }) => type === 'handoff.preview-purge' && subject.includes(id),
    );
  const kept = () =>
    service.database.worker.query<object[]>('select from handoff_envelope where handoff_id = $1', [handoff]);
  const outline = ['riskLevel', 'ageBand', 'sex', 'areaCode', 'languages', 'hasDisability'];

  it('are closed to the receiver with its no, and gone for everyone after the purge, which is on record', async () => {
    expect(Object.keys(await seenBy(shelter))).toEqual(expect.arrayContaining(outline));
    await declines();
    for (const field of outline) expect(await seenBy(shelter)).not.toHaveProperty(field);
    expect(await kept()).toHaveLength(1);

    expect(await aWorker().execute()).toBe(1);
    expect(await kept()).toEqual([]);
    for (const field of outline) expect(await seenBy(uptd)).not.toHaveProperty(field);
    expect(await purges()).toMatchObject([
      {
        action: 'D',
        outcome: 'success',
        actor: { sub: 'system:referral' },
        entity: [{ type: 'handoff', id: handoff, version: 2, fields: outline }],
        authz: { policyId: 'ended-without-acceptance' },
      },
    ]);
  });

  it('leave the receiver its receipt: number, dates, status and reason', async () => {
    await declines();
    await aWorker().execute();
    expect(await seenBy(shelter)).toMatchObject({
      id: handoff,
      number: expect.stringMatching(/^R-/) as string,
      status: 'rejected',
      statusReason: 'no-capacity',
      requestedAt: expect.any(Date) as Date,
      dueAt: expect.any(Date) as Date,
      allowedActions: [],
    });
  });

  it('are kept while an answer is awaited, and where the child was taken', async () => {
    expect(await aWorker().execute()).toBe(0);
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    expect(await aWorker().execute()).toBe(0);
    const outcome = { outcome: 'service-provided' } as const;
    valueOf(await service.complete.execute(someoneOf(shelter), handoff, 2, outcome));
    expect(await aWorker().execute()).toBe(0);
    expect(await seenBy(shelter)).toMatchObject({ ageBand: '13-15' });
    expect(await purges()).toEqual([]);
  });

  it('are purged once each by whichever of several workers comes first', async () => {
    const other = await service.asks(id, { to: secondShelter });
    await declines();
    await declines(other, secondShelter);
    const counts = await Promise.all(Array.from({ length: 3 }, () => aWorker().execute()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    expect((await purges()).map(({ entity }) => entity[0]?.id).sort()).toEqual([handoff, other].sort());
    expect(await aWorker().execute()).toBe(0);
  });
});
