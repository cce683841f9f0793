import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { contextFor, testClock, testDatabase, type TestDatabase } from '@rujukan/testing';
import { auditEntry, Trail } from '@rujukan/audit-trail';
import { sha256 } from '../../domain/entry.js';
import { takeOver } from '../../storage/log.store.js';
import { migrations } from '../../storage/migrations.js';
import { AppendEntries, type LogRecord } from './append-entries.js';

jest.setTimeout(30_000);

const caseId = '0195718e-5a00-7000-8000-00000000000c';

let database: TestDatabase;
let append: AppendEntries;
let epoch: number;

beforeEach(async () => {
  database = await testDatabase('audit', migrations);
  append = new AppendEntries(database.worker, testClock());
  epoch = await takeOver(database.worker.manager);
});
afterEach(() => database.close());

/** Record number `srcSeq` of a source, with a real entry in it. */
function aRecord(srcSeq: number, more: { src?: string; trail?: Trail; bytes?: Buffer } = {}): LogRecord {
  const context = contextFor({ agencyId: randomUUID(), roles: ['case-worker'] });
  const trail = more.trail ?? new Trail().touched('case', caseId, { fields: ['status'] }).about(caseId);
  return {
    topic: 'audit.entries',
    partition: 0,
    offset: String(srcSeq - 1),
    headers: { 'content-type': 'application/json' },
    bytes: more.bytes ?? auditEntry(context, trail, { outcome: 'success' }).payload,
    number: { src: more.src ?? 'intake', srcSeq },
  };
}

const records = (from: number, to: number): LogRecord[] =>
  Array.from({ length: to - from + 1 }, (_, at) => aRecord(from + at));

interface Stored {
  readonly seq: number;
  readonly src: string;
  readonly srcSeq: number;
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

const stored = (): Promise<Stored[]> =>
  database.worker.query(`select seq::int, src, src_seq::int as "srcSeq", bytes, event_hash as hash
    from audit_entry join audit_body using (seq) order by seq`);

const gaps = (): Promise<unknown[]> =>
  database.worker
    .query(`select from_seq::int as "from", to_seq::int as "to", missing::int, closed_at is not null as closed
    from src_gap order by from_seq`);

describe('appending entries', () => {
  it('gives them consecutive numbers from 0, in the order in which they came', async () => {
    await append.execute(records(1, 3), epoch);
    await append.execute(records(4, 300), epoch);

    const rows = await stored();
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, at) => at));
    expect(rows.map((row) => row.srcSeq)).toEqual(rows.map((_, at) => at + 1));
    expect(await database.worker.query('select size::int from log_state')).toEqual([{ size: 300 }]);
  });

  it('stores the canonical bytes, and the hash of the record as it came', async () => {
    const record = aRecord(1);
    await append.execute([record], epoch);

    const [row] = await stored();
    const entry: unknown = JSON.parse(row!.bytes.toString());
    expect(row!.bytes.toString()).toBe(canonicalize(entry));
    expect(entry).toMatchObject({
      src: 'intake',
      srcSeq: 1,
      recorded: '2026-03-07T20:00:00.000Z',
      type: 'test.act',
    });
    expect(row!.hash).toEqual(sha256(record.bytes));
  });

  it('appends nothing when a batch is delivered again, whole or in part', async () => {
    const batch = records(1, 5);
    await append.execute(batch, epoch);

    expect(await append.execute(batch, epoch)).toMatchObject({ appended: 0, known: 5, reused: 0 });
    expect(await append.execute([...batch.slice(3), aRecord(6)], epoch)).toMatchObject({
      appended: 1,
      known: 2,
    });
    expect((await stored()).map((row) => row.srcSeq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('appends a record once that comes twice in one batch', async () => {
    const record = aRecord(1);
    expect(await append.execute([record, { ...record, offset: '9' }], epoch)).toMatchObject({
      appended: 1,
      known: 1,
    });
  });

  it('notes the numbers that a source skipped, until they come', async () => {
    expect(await append.execute([aRecord(1), aRecord(4)], epoch)).toMatchObject({ appended: 2, skipped: 2 });
    expect(await gaps()).toEqual([{ from: 2, to: 3, missing: 2, closed: false }]);

    await append.execute([aRecord(3)], epoch);
    expect(await gaps()).toEqual([{ from: 2, to: 3, missing: 1, closed: false }]);

    await append.execute([aRecord(2)], epoch);
    expect(await gaps()).toEqual([{ from: 2, to: 3, missing: 0, closed: true }]);
  });

  it('keeps the numbers of each source apart', async () => {
    await append.execute(
      [aRecord(1), aRecord(1, { src: 'referral' }), aRecord(2), aRecord(2, { src: 'referral' })],
      epoch,
    );
    expect(await gaps()).toEqual([]);
  });

  it('accepts another entry under a number that was given away, and says so', async () => {
    await append.execute(records(1, 2), epoch);
    expect(await append.execute([aRecord(2)], epoch)).toMatchObject({ appended: 1, reused: 1 });
  });

  it('makes an entry of a record that is none, and keeps its bytes apart', async () => {
    const junk = Buffer.from([0xff, 0x00, 0x01]);
    const batch = [aRecord(1), aRecord(2, { bytes: junk }), aRecord(3)];

    expect(await append.execute(batch, epoch)).toMatchObject({ appended: 3, malformed: 1, skipped: 0 });
    expect(await append.execute(batch, epoch)).toMatchObject({ appended: 0, known: 3 });

    const [, entry] = (await stored()).map(
      (row) => JSON.parse(row.bytes.toString()) as Record<string, unknown>,
    );
    expect(entry).toMatchObject({
      type: 'malformed',
      reason: 'not-utf8',
      recordHash: sha256(junk).toString('hex'),
    });
    const kept = 'select seq::int, topic, "offset"::int, bytes from audit_quarantine';
    expect(await database.owner.query(kept)).toEqual([
      { seq: 1, topic: 'audit.entries', offset: 1, bytes: junk },
    ]);
    await expect(database.app.query(kept)).rejects.toThrow('permission denied');
    await expect(database.worker.query(kept)).rejects.toThrow('permission denied');
  });

  it('accepts a record that has no number, once', async () => {
    const { number: _, ...record } = aRecord(1, { bytes: Buffer.from('?') });
    expect(await append.execute([record], epoch)).toMatchObject({ appended: 1, skipped: 0 });
    expect(await append.execute([record], epoch)).toMatchObject({ appended: 0, known: 1 });
    expect((await stored())[0]).toMatchObject({ src: 'audit.entries/0', srcSeq: 1 });
  });

  it('writes nothing more once another sequencer took over', async () => {
    const later = new AppendEntries(database.worker, testClock());
    const next = await takeOver(database.worker.manager);

    await expect(append.execute(records(1, 2), epoch)).rejects.toThrow('another sequencer took over');
    expect(await later.execute(records(1, 2), next)).toMatchObject({ appended: 2 });
  });

  it('keeps order without a hole when two sequencers meet at the head', async () => {
    const twins = [append, new AppendEntries(database.worker, testClock())];
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        twins[at % 2]!.execute(
          [aRecord(1, { src: `source-${at}` }), aRecord(2, { src: `source-${at}` })],
          epoch,
        ),
      ),
    );
    expect((await stored()).map((row) => row.seq)).toEqual(Array.from({ length: 40 }, (_, at) => at));
  });

  it('finds an entry by every record and every child it names, once each', async () => {
    const trail = new Trail()
      .touched('case', caseId)
      .touched('case', caseId)
      .touched('report', 'L-1')
      .about(caseId);
    await append.execute([aRecord(1, { trail })], epoch);

    expect(await database.worker.query('select entity_type, entity_id from audit_entity order by 1')).toEqual(
      [
        { entity_type: 'case', entity_id: caseId },
        { entity_type: 'report', entity_id: 'L-1' },
      ],
    );
    expect(await database.worker.query('select subject from audit_subject')).toEqual([{ subject: caseId }]);
  });
});
