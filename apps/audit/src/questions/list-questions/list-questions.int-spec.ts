import { publishedEntries } from '@rujukan/testing';
import { aLog, auditor, type TestLog } from '../../storage/fixtures/a-log.js';
import { ListQuestions } from './list-questions.query.js';

jest.setTimeout(30_000);

describe('the questions that have a name', () => {
  let log: TestLog;

  beforeAll(async () => {
    log = await aLog();
  });
  afterAll(() => log.close());

  it('are eight, and looking at them is an entry', async () => {
    const listed = await new ListQuestions(log.unitOfWork).execute(auditor());
    expect(listed.ok && listed.value.map(({ name, needsCase }) => [name, needsCase])).toEqual([
      ['police-told-in-time', false],
      ['sealed-opened', true],
      ['consent-valid', false],
      ['acknowledged-in-time', false],
      ['read-after-transfer', false],
      ['unaltered', true],
      ['rows-exported', false],
      ['rights-and-breaches', false],
    ]);
    expect((await publishedEntries(log.database.worker)).at(-1)).toMatchObject({
      entity: [{ type: 'audit-log', id: 'questions' }],
    });
  });
});
