import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { aLog, auditor, type TestLog } from '../../storage/fixtures/a-log.js';
import { GetEntry } from './get-entry.query.js';

jest.setTimeout(30_000);

const caseId = '0195718e-5a00-7000-8000-0000000000c1';

describe('one entry', () => {
  let log: TestLog;
  let get: GetEntry;

  beforeAll(async () => {
    log = await aLog();
    get = new GetEntry(log.unitOfWork);
    await log.did({
      type: 'case.read',
      action: 'R',
      trail: new Trail().touched('case', caseId).about(caseId),
    });
  });
  afterAll(() => log.close());

  it('is shown with the bytes that are stored, which are canonical, and with their hash', async () => {
    const found = await get.execute(auditor(), 0);
    if (!found.ok) throw new Error(found.reason);
    const bytes = Buffer.from(found.value.bytes, 'base64');
    const [stored] = await log.database.owner.query<{ bytes: Buffer }[]>(
      'select bytes from audit_body where seq = 0',
    );

    expect(bytes).toEqual(stored!.bytes);
    expect(found.value.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(bytes.toString()).toBe(canonicalize(found.value.entry));
    expect(found.value.entry).toMatchObject({
      type: 'case.read',
      src: 'intake',
      srcSeq: 1,
      subject: [caseId],
    });
  });

  it('leaves an entry about the look, under the same child', async () => {
    const found = await get.execute(
      auditor({ act: { type: 'audit.read', action: 'R', purpose: 'audit' } }),
      0,
    );
    const entry = (await publishedEntries(log.database.worker)).at(-1);

    expect(entry).toMatchObject({ type: 'audit.read', outcome: 'success', subject: [caseId] });
    expect(entry?.entity).toEqual([{ type: 'audit-entry', id: found.ok && found.value.entry['id'] }]);
  });

  it('that does not exist is not found', async () => {
    expect(await get.execute(auditor(), 4711)).toEqual({ ok: false, reason: 'not-found' });
    expect((await publishedEntries(log.database.worker)).at(-1)).toMatchObject({
      outcome: 'denied',
      reason: 'not-found',
    });
  });
});
