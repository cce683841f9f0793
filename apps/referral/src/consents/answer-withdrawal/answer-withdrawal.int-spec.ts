import { UnitOfWork } from '@rujukan/persistence';
import type { CaseId, ConsentId, NoticeId } from '../../domain/ids.js';
import type { Answer } from '../../domain/consents/withdrawal.js';
import { aConsentService, type ConsentService } from '../../storage/fixtures/a-consent.js';
import {
  canary,
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
} from '../../storage/fixtures/a-service.js';
import { StrikeClocks } from '../../clocks/strike-clocks/strike-clocks.js';

const hours = 3_600_000;

const kept = {
  answer: 'retained-on-other-basis',
  basis: { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' },
} as const;

describe('answering a withdrawal', () => {
  let service: ConsentService;
  let id: CaseId;
  let consent: ConsentId;
  let notice: NoticeId;

  beforeAll(async () => {
    service = await aConsentService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    consent = await service.agrees(id, { recipients: [shelter, secondShelter] });
    await service.refersUnderConsent(id);
    await service.refersUnderConsent(id, { to: secondShelter });
    await service.takesBack(consent);
    notice = await service.noticeOf(shelter, consent);
  });

  const say = (given: Answer & { reason?: string }, by = someoneOf(shelter), version = 1) =>
    service.answer.execute(by, notice, version, given);

  it('tells the custodian what each holder did, and who has not said', async () => {
    valueOf(await say({ ...kept, reason: canary }));
    const read = valueOf(await service.getConsent.execute(someoneOf(uptd), consent));
    expect(read.withdrawal).toMatchObject([
      { agencyId: shelter, ...kept, isLate: false, reason: canary },
      { agencyId: secondShelter, dueAt: new Date('2026-03-08T20:00:00.000Z'), isLate: false },
    ]);
    expect(read.withdrawal[1]).not.toHaveProperty('answer');
    expect(read.holders.every((held) => 'accessEndedAt' in held)).toBe(true);
  });

  it('is announced in codes; why a copy is kept is sealed', async () => {
    valueOf(await say({ ...kept, reason: canary }));
    expect(await service.told('consent.withdrawal-acknowledged.v1', id)).toMatchObject([
      { noticeId: notice, agencyId: shelter, answer: kept.answer, lawfulBasis: 'legal-obligation' },
    ]);
    const [row] = await service.seenBy<{ reason: Buffer }>(
      shelter,
      'select reason from withdrawal_notice where id = $1',
      [notice],
    );
    expect(row?.reason.includes(canary)).toBe(false);
    expect(JSON.stringify(await service.trail(notice))).not.toContain(canary);
  });

  it('is the holder’s alone, once, of the version that it saw', async () => {
    expect(reasonOf(await say({ answer: 'erased' }, someoneOf(uptd)))).toBe('not-found');
    expect(reasonOf(await say({ answer: 'erased' }, someoneOf(stranger)))).toBe('not-found');
    expect(reasonOf(await say({ answer: 'erased' }, someoneOf(shelter), 2))).toBe('stale-version');
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => say({ answer: 'erased' })));
    expect(outcomes.map(reasonOf).filter((reason) => reason === 'done')).toHaveLength(1);
    expect(reasonOf(await say({ answer: 'sealed' }, someoneOf(shelter), 2))).toBe(
      'withdrawal-already-answered',
    );
  });

  it('needs another basis to keep a copy', async () => {
    expect(reasonOf(await say({ answer: kept.answer }))).toBe('basis-missing');
    expect(reasonOf(await say({ answer: kept.answer, basis: { code: 'consent' } }))).toBe('basis-missing');
  });

  it('is asked by the handoff that the holder knows, and not by the case', async () => {
    const list = async (agency: string, query: { state?: 'open' | 'answered'; limit: number }) =>
      valueOf(await service.notices.execute(someoneOf(agency), query));
    const open = await list(shelter, { state: 'open', limit: 50 });
    expect(open.items.find((one) => one.id === notice)).toMatchObject({
      isOverdue: false,
      version: 1,
      handoffs: [{ number: expect.stringMatching(/^R-/) as string }],
    });
    expect(JSON.stringify(open)).not.toContain(id);
    expect((await list(shelter, { limit: 1 })).next).toBeDefined();
    valueOf(await say({ answer: 'erased' }));
    const answered = await list(shelter, { state: 'answered', limit: 50 });
    expect(answered.items.map((one) => one.id)).toContain(notice);
    expect((await list(stranger, { limit: 5 })).items).toEqual([]);
  });

  it('that does not come is called out once, to the supervisor and a day later to oversight', async () => {
    const silent = await service.noticeOf(secondShelter, consent);
    valueOf(await say({ answer: 'sealed' }));
    service.clock.advance(24 * hours + 1);
    const uow = new UnitOfWork(service.database.worker, 'referral', service.clock);
    await Promise.all([1, 2, 3].map(() => new StrikeClocks(uow).execute()));
    const breaches = await service.told('handoff-clock.breached.v1', id);
    const ofNotices = breaches.filter(({ definition }) => definition === 'consent-withdrawal-answer');
    expect(ofNotices).toMatchObject([
      {
        noticeId: silent,
        agencyId: secondShelter,
        awaitedByAgencyId: uptd,
        dueAt: '2026-03-08T20:00:00.000Z',
      },
    ]);
    expect(ofNotices[0]).not.toHaveProperty('handoffId');
    service.clock.advance(24 * hours);
    await service.strike.execute();
    const rungs = (await service.told('handoff-clock.escalated.v1', id)).filter(
      (one) => 'noticeId' in one && one.noticeId === silent,
    );
    expect(rungs.map(({ level }) => level)).toEqual(['supervisor', 'oversight']);

    const now = service.clock.now();
    const late = await service.answer.execute(someoneOf(secondShelter, { now }), silent, 1, {
      answer: 'erased',
    });
    expect(late.ok).toBe(true);
    const answers = await service.told('consent.withdrawal-acknowledged.v1', id);
    expect(answers.map(({ isLate }) => isLate)).toEqual([false, true]);
  });
});
