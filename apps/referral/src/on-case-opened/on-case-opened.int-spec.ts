import { randomUUID } from 'node:crypto';
import { caseId } from '../domain/ids.js';
import { aService, uptd, type TestService } from '../storage/fixtures/a-service.js';

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
