import { aConsent } from '../fixtures/a-consent.js';
import { night, receiver, sender, terms } from '../fixtures/a-handoff.js';
import { noticeId } from '../ids.js';
import { answer, clockOf, isLate, notify, type Answer } from './withdrawal.js';

const hours = (count: number) => new Date(night.getTime() + count * 3_600_000);
const notice = notify(
  {
    id: noticeId('0195718e-5a00-7000-8000-0000000000e1'),
    consentId: aConsent().id,
    caseId: terms.caseId,
    agencyId: receiver,
  },
  night,
);
const kept = (basis?: Answer['basis']): Answer => ({
  answer: 'retained-on-other-basis',
  ...(basis ? { basis } : {}),
});
const said = (given: Answer, at = night) => {
  const outcome = answer(notice, given, at);
  return outcome.ok ? outcome.value.answered.answer : outcome.reason;
};

describe('a holder that is told of a withdrawal', () => {
  it('has a day to answer', () => {
    expect(notice.dueAt).toEqual(hours(24));
  });

  it.each(['sealed', 'erased'] as const)('may have %s its copy', (what) => {
    expect(said({ answer: what })).toBe(what);
  });

  it.each<[string, Answer]>([
    ['basis-missing', kept()],
    ['basis-missing', kept({ code: 'consent' })],
    ['basis-article-missing', kept({ code: 'public-task' })],
    ['basis-article-unknown', kept({ code: 'public-task', article: 'UU 12/2022 Pasal 41' })],
    ['retained-on-other-basis', kept({ code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' })],
  ])('keeps it only on another basis with its article: %s', (what, given) => {
    expect(said(given)).toBe(what);
  });

  it('may answer late, and once', () => {
    const outcome = answer(notice, { answer: 'erased' }, hours(30));
    expect(outcome.ok && isLate(outcome.value, outcome.value.answered.at)).toBe(true);
    expect(outcome.ok && answer(outcome.value, { answer: 'sealed' }, hours(31))).toMatchObject({
      reason: 'withdrawal-already-answered',
    });
  });

  it('has a clock, for which the custodian waits', () => {
    const { clock } = clockOf(notice, sender, () => 'clock');
    expect(clock).toMatchObject({
      definition: 'consent-withdrawal-answer',
      subject: notice.id,
      agencyId: receiver,
      awaitedBy: sender,
      dueAt: notice.dueAt,
    });
  });
});
