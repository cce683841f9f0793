import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { aLog, auditor, type TestLog } from '../../storage/fixtures/a-log.js';
import { AskQuestion } from './ask-question.query.js';

const hour = (h: number): Date => new Date(Date.UTC(2026, 2, 2, h));
const now = hour(100);

let log: TestLog;
let ask: AskQuestion;

beforeAll(async () => {
  log = await aLog();
  ask = new AskQuestion(log.unitOfWork);
});
afterAll(() => log.close());

describe('the question itself', () => {
  it('is an entry with the names of what it asked by and the ids of what it looked at', async () => {
    const caseId = randomUUID();
    await log.did({
      type: 'report.accept',
      trail: new Trail().touched('report', randomUUID()).about(caseId),
    });
    await ask.execute(auditor({ now }), 'acknowledged-in-time', { case: caseId }, { limit: 100 });
    expect((await publishedEntries(log.database.worker)).at(-1)).toMatchObject({
      subject: [caseId],
      resultCount: 0,
      entity: [{ type: 'audit-question', id: 'acknowledged-in-time', fields: ['case'] }],
    });
  });

  it('says of a page of many that it is a page, and that it is not the whole answer', async () => {
    const caseId = randomUUID();
    const asked = () => ({
      type: 'handoff.request',
      src: 'referral',
      trail: new Trail().touched('handoff', randomUUID()).about(caseId),
    });
    await log.did(...[1, 2, 3].map((at) => ({ ...asked(), at: hour(at) })));
    const page = async (before?: number) => {
      const asked = await ask.execute(
        auditor({ now }),
        'acknowledged-in-time',
        { case: caseId },
        { limit: 2, before },
      );
      if (!asked.ok) throw new Error(asked.reason);
      return asked.value;
    };
    const first = await page();
    expect(first.says.en).toMatch(
      /^From 2 entries only, 2 March 2026 09:00 WIB to 2 March 2026 10:00 WIB: .* There are older entries\.$/,
    );
    expect(first.isComplete).toBe(false);
    const last = await page(first.before);
    expect(last.isComplete).toBe(false);
    expect(last.before).toBeUndefined();
    expect(last.says.id).toMatch(/^Hanya dari 1 catatan/);
    const whole = await ask.execute(auditor({ now }), 'acknowledged-in-time', { case: caseId }, { limit: 3 });
    expect(whole).toMatchObject({ value: { isComplete: true } });
  });

  it('is refused for a case of which the log knows nothing, also when it is asked again', async () => {
    for (const caseId of [
      randomUUID(),
      '6f1c0a52-8f1d-4e0b-9a51-3c6a0d6f2b11',
      '6f1c0a52-8f1d-4e0b-9a51-3c6a0d6f2b11',
    ])
      expect(await ask.execute(auditor(), 'unaltered', { case: caseId }, { limit: 1 })).toMatchObject({
        reason: 'case-not-in-log',
      });
  });

  it('that is unknown is not found', async () => {
    const asked = await ask.execute(auditor(), 'who-is-guilty', {}, { limit: 1 });
    expect(asked).toMatchObject({ reason: 'not-found' });
  });
});
