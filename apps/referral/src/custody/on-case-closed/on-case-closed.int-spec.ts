import {
  aService,
  reasonOf,
  shelter,
  someoneOf,
  uptd,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('learning that a case was closed', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('ends new handoffs and acceptances, leaves the rest to be finished, and is recorded', async () => {
    const id = await service.opens();
    const waiting = await service.asks(id);
    await service.closes(id);
    await service.closes(id);
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), waiting, 1))).toBe('case-closed');
    expect(reasonOf(await service.reject.execute(someoneOf(shelter), waiting, 1, { reason: 'other' }))).toBe(
      'done',
    );
    const closings = (await service.trail(id)).filter(({ type }) => type === 'custody.close');
    expect(closings).toMatchObject([{ actor: { kind: 'service' } }]);
    expect(closings[0]?.entity).toContainEqual({ type: 'custody', id, fields: ['status'] });
    expect(
      await service.seenBy(uptd, 'select 1 from case_custody where case_id = $1 and closed_at is null', [id]),
    ).toEqual([]);
  });
});
