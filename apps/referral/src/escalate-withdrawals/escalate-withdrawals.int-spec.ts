import { UnitOfWork } from '@rujukan/persistence';
import { valueOf, secondShelter, shelter, someoneOf, uptd } from '../storage/fixtures/a-service.js';
import { aConsentService, type ConsentService } from '../storage/fixtures/a-consent.js';
import { EscalateWithdrawals } from './escalate-withdrawals.js';

const hours = 3_600_000;

describe('a holder that keeps silent', () => {
  let service: ConsentService;

  beforeEach(async () => {
    service = await aConsentService();
  });
  afterEach(() => service.close());

  it('is called out once, and the one that answered is not', async () => {
    const id = await service.opens();
    const consent = await service.agrees(id, { recipients: [shelter, secondShelter] });
    await service.refersUnderConsent(id);
    await service.refersUnderConsent(id, { to: secondShelter });
    await service.takesBack(consent);
    const answered = await service.noticeOf(shelter, consent);
    valueOf(await service.answer.execute(someoneOf(shelter), answered, 1, { answer: 'sealed' }));

    service.clock.advance(24 * hours);
    expect(await service.escalate.execute()).toBe(0);
    service.clock.advance(1);
    const uow = new UnitOfWork(service.database.worker, 'referral', service.clock);
    await Promise.all([1, 2, 3].map(() => new EscalateWithdrawals(uow).execute()));
    const silent = await service.noticeOf(secondShelter, consent);
    expect(await service.told('consent.withdrawal-overdue.v1', id)).toMatchObject([
      { noticeId: silent, agencyId: secondShelter, dueAt: '2026-03-08T20:00:00.000Z' },
    ]);
    const read = valueOf(await service.getConsent.execute(someoneOf(uptd), consent));
    expect(read.withdrawal.map((one) => 'escalatedAt' in one)).toEqual([false, true]);
    const entries = (await service.trail(silent)).filter(({ type }) => type === 'withdrawal-notice.escalate');
    expect(entries).toMatchObject([{ actor: { sub: 'system:referral' }, subject: [id] }]);

    const now = service.clock.now();
    const late = await service.answer.execute(someoneOf(secondShelter, { now }), silent, 2, {
      answer: 'erased',
    });
    expect(late.ok).toBe(true);
    expect(
      (await service.told('consent.withdrawal-acknowledged.v1', id)).map(({ isLate }) => isLate),
    ).toEqual([false, true]);
  });
});
