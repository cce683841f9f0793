import { publishedEntries } from '@rujukan/testing';
import { detailHash } from '../../domain/detail.js';
import { anErasableLog, caseId, type ErasableLog } from '../../storage/fixtures/an-erasure.js';
import { auditor } from '../../storage/fixtures/a-log.js';

jest.setTimeout(60_000);

const criteria = { case: caseId, from: '1970-01-01T00:00:00.000Z' };

describe('the detail of an entry', () => {
  let log: ErasableLog;

  beforeAll(async () => {
    log = await anErasableLog();
    await log.searches();
    await log.list.execute(auditor(), { actor: 'somebody' }, { limit: 5, before: undefined });
    await log.appendOwnActs();
  });
  afterAll(() => log.close());

  it('is what an auditor asked, word for word, and gives the hash that stands in the entry', async () => {
    const found = await log.readDetail(0);
    if (!found.ok || found.value.state !== 'kept') throw new Error('the detail is not there');
    const { detail, salt, detailHash: hash } = found.value;
    expect(detail).toEqual({ criteria });
    expect(detailHash(Buffer.from(salt, 'hex'), JSON.stringify(detail))).toBe(hash);
    const entries = await publishedEntries(log.database.worker);
    expect(entries[0]).toMatchObject({ type: 'audit.search', detailHash: hash, subject: [caseId] });
    expect(JSON.stringify(entries[0])).not.toContain(criteria.from);
    expect(entries.at(-1)).toMatchObject({
      entity: [{ type: 'audit-entry', fields: ['detail'] }],
      subject: [caseId],
    });
  });

  it('lies there sealed, and its salt too', async () => {
    const [row] = await log.database.owner.query<{ salt: Buffer; body: Buffer }[]>(
      'select salt, body from audit_detail',
    );
    expect(row!.body.toString('latin1')).not.toContain(caseId);
    const found = await log.readDetail(0);
    if (!found.ok || found.value.state !== 'kept') throw new Error('the detail is not there');
    expect(row!.salt.includes(Buffer.from(found.value.salt, 'hex'))).toBe(false);
  });

  it('is not found where an entry has none, or where there is no entry', async () => {
    expect(await log.readDetail(1)).toMatchObject({ reason: 'not-found' });
    expect(await log.readDetail(4711)).toMatchObject({ reason: 'not-found' });
  });

  it('that somebody changed is said to be altered', async () => {
    await log.database.owner.query(
      'update audit_detail set body = set_byte(body, 20, 255 - get_byte(body, 20))',
    );
    expect(await log.readDetail(0)).toMatchObject({ value: { state: 'altered' } });
  });
});
