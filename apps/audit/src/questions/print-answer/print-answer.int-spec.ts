import { publishedEntries } from '@rujukan/testing';
import { aLog, auditor, type TestLog } from '../../storage/fixtures/a-log.js';
import { PrintAnswer, printable } from './print-answer.js';

const caseId = '0195718e-5a00-7000-8000-0000000000c1';

describe('an answer that goes on paper', () => {
  let log: TestLog;

  beforeAll(async () => {
    log = await aLog();
  });
  afterAll(() => log.close());

  const prints = (answer: string, about?: string) =>
    new PrintAnswer(log.unitOfWork).execute(
      auditor({ act: { type: 'audit.print', action: 'E', purpose: 'audit' } }),
      { answer, caseId: about },
    );
  const newest = async () => (await publishedEntries(log.database.owner)).at(-1);

  it('is on record with its name and the child it is about', async () => {
    expect(await prints('timeline', caseId)).toMatchObject({ ok: true });
    expect(await newest()).toMatchObject({
      type: 'audit.print',
      action: 'E',
      outcome: 'success',
      subject: [caseId],
      entity: [{ type: 'answer', id: 'timeline' }],
    });
    await prints('unusual-access');
    expect(await newest()).toMatchObject({ subject: [], entity: [{ type: 'answer', id: 'unusual-access' }] });
  });

  it('is one of those that have a name', () => {
    expect(printable).toContain('unaltered');
    expect(new Set(printable).size).toBe(printable.length);
  });

  it('stays on the screen where it cannot be recorded', async () => {
    const { owner } = log.database;
    await owner.query('alter table outbox rename to outbox_away');
    await expect(prints('timeline', caseId)).rejects.toThrow();
    await owner.query('alter table outbox_away rename to outbox');
  });
});
