import { randomUUID } from 'node:crypto';
import { caseId } from '../../domain/ids.js';
import {
  aService,
  singkawang,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('learning that a case was opened', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('begins the line of custody and is recorded as this service’s own act', async () => {
    const id = await service.opens({ riskLevel: 'unassessed', languages: [] });
    const rows = await service.seenBy(
      uptd,
      'select epoch, risk_level, closed_at from case_custody where case_id = $1',
      [id],
    );
    expect(rows).toEqual([{ epoch: 1, risk_level: 'unassessed', closed_at: null }]);
    const [entry, ...more] = await service.trail(id);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      type: 'custody.open',
      actor: { sub: 'system:referral', kind: 'service' },
      subject: [id],
    });
    expect(entry?.causationId).toBeDefined();
  });

  it('is done once, and a repeated announcement takes custody back from nobody', async () => {
    const id = await service.opens();
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    await service.opens({ caseId: id });
    expect(await service.seenBy(uptd, 'select from case_custody where case_id = $1', [id])).toEqual([]);
    expect((await service.trail(id)).filter(({ type }) => type === 'custody.open')).toHaveLength(1);
  });

  it('keeps a case closed whose closure was heard of first', async () => {
    const id = caseId(randomUUID());
    await service.closes(id);
    await service.opens({ caseId: id });
    const [row] = await service.seenBy<{ closed_at: Date | null }>(
      uptd,
      'select closed_at from case_custody where case_id = $1',
      [id],
    );
    expect(row?.closed_at).toBeInstanceOf(Date);
  });

  it('does so also when both arrive at the same moment', async () => {
    const ids = Array.from({ length: 20 }, () => caseId(randomUUID()));
    await Promise.all(ids.flatMap((id) => [service.opens({ caseId: id }), service.closes(id)]));
    const open = await service.seenBy(
      uptd,
      'select case_id from case_custody where case_id = any($1::uuid[]) and closed_at is null',
      [ids],
    );
    expect(open).toEqual([]);
  });
});
