import { randomUUID } from 'node:crypto';
import { Trail } from '@rujukan/audit-trail';
import { aLog, auditor, type TestLog } from '../../storage/fixtures/a-log.js';
import { AskQuestion } from './ask-question.query.js';

jest.setTimeout(60_000);

describe('whether the record of a case is what it was', () => {
  const caseId = randomUUID();
  let log: TestLog;
  let ask: AskQuestion;

  beforeAll(async () => {
    log = await aLog();
    ask = new AskQuestion(log.unitOfWork);
    const about = () => new Trail().touched('case', caseId).about(caseId);
    await log.did(
      { type: 'case.read', action: 'R', trail: about() },
      { type: 'handoff.preview-purge', action: 'D', trail: about().allowedBy('ended-without-acceptance') },
    );
  });
  afterAll(() => log.close());

  async function answer(limit = 100) {
    const asked = await ask.execute(auditor(), 'unaltered', { case: caseId }, { limit });
    if (!asked.ok) throw new Error(asked.reason);
    return asked.value;
  }

  it('is shown by the tree over the log, and deletions by their rule', async () => {
    const { findings, says } = await answer();
    expect(findings.map(({ verdict, seqs }) => [verdict, seqs])).toEqual([
      ['chain-verifies', [0, 1]],
      ['deleted-by-rule', [1]],
    ]);
    expect(says.id).toContain('2 catatan dihitung ulang dan cocok');
    expect(says.en).toContain('Nothing was deleted outside the retention rule.');
  });

  it('names a deletion that no rule allowed', async () => {
    await log.did({
      type: 'case.delete',
      action: 'D',
      trail: new Trail().touched('case', caseId).about(caseId),
    });
    expect((await answer()).says.en).toContain('1 deletions outside the retention rule.');
  });

  it('names the entry that somebody with the database in hand has changed', async () => {
    for (const table of ['audit_body', 'audit_body_000'])
      await log.database.owner.query(`alter table ${table} disable trigger never_changed`);
    await log.database.owner.query(
      `update audit_body set bytes = convert_to(replace(convert_from(bytes, 'utf8'), 'case.read', 'case.list'), 'utf8')
        where seq = 0`,
    );
    // Also where only one entry to a page is asked for, and the bad one is the oldest.
    for (const limit of [100, 1]) {
      const { findings, says } = await answer(limit);
      expect(findings[0]).toMatchObject({ verdict: 'chain-broken', seqs: [0] });
      expect(says.id).toMatch(/^1 catatan TIDAK cocok/);
    }
  });
});
