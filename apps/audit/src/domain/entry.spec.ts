import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { complete, malformed, sha256, type Arrival, type SourcePart } from './entry.js';
import { readRecord } from './record.js';

const saturdayNight = new Date('2026-03-07T20:00:00.123Z');
const arrival = (record: Buffer, more: Partial<Arrival> = {}): Arrival => ({
  record,
  number: { src: 'referral', srcSeq: 7 },
  recorded: saturdayNight,
  ...more,
});

const sent = {
  v: 1,
  id: '0195718e-5a00-7000-8000-000000000001',
  salt: '00112233445566778899aabbccddeeff',
  occurred: '2026-03-07T20:00:00.000Z',
  type: 'handoff.accept',
  action: 'U',
  outcome: 'success',
  purpose: 'service-provision',
  actor: {
    sub: '0195718e-5a00-7000-8000-00000000000a',
    roles: ['case-worker'],
    client: 'portal',
    kind: 'person',
  },
  entity: [{ type: 'handoff', id: '0195718e-5a00-7000-8000-00000000000b', version: 2, fields: ['status'] }],
  subject: ['0195718e-5a00-7000-8000-00000000000c'],
  requestId: 'r-1',
};

const bytesOf = (value: unknown): Buffer => Buffer.from(canonicalize(value)!);

function partOf(record: Buffer): SourcePart {
  const part = readRecord(record);
  if (!part.ok) throw new Error(part.reason);
  return part.value;
}

describe('an entry', () => {
  it('is what the source sent, and the number and time that only the log knows', () => {
    const record = bytesOf(sent);
    const entry = complete(partOf(record), arrival(record));

    expect(entry.ok && JSON.parse(entry.value.bytes.toString())).toEqual({
      ...sent,
      src: 'referral',
      srcSeq: 7,
      recorded: '2026-03-07T20:00:00.123Z',
    });
  });

  it('is written in canonical form, and keeps the hash of the record as it came', () => {
    const record = bytesOf(sent);
    const entry = complete(partOf(record), arrival(record));

    expect(entry.ok && entry.value.bytes).toEqual(
      bytesOf(JSON.parse(entry.ok ? entry.value.bytes.toString() : '')),
    );
    expect(entry.ok && entry.value.recordHash).toEqual(sha256(record));
  });

  it('keeps members that a newer source adds', () => {
    const record = bytesOf({ ...sent, breakGlass: { reason: 'emergency' } });
    const entry = complete(partOf(record), arrival(record));

    expect(entry.ok && entry.value.bytes.toString()).toContain('"breakGlass":{"reason":"emergency"}');
  });

  it('never passes 32 KiB once it is complete', () => {
    const padding = 'x'.repeat(32 * 1024 - bytesOf({ ...sent, padding: '' }).length);
    const record = bytesOf({ ...sent, padding });

    expect(complete(partOf(record), arrival(record))).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });
});

describe('a record that is no entry', () => {
  const junk = Buffer.from([0xff, 0x00, 0x7b]);
  const salt = 'ab'.repeat(16);

  it('becomes an entry that names its bytes by their hash', () => {
    const entry = malformed('not-utf8', arrival(junk), salt);

    expect(JSON.parse(entry.bytes.toString())).toMatchObject({
      type: 'malformed',
      outcome: 'failed',
      reason: 'not-utf8',
      recordHash: sha256(junk).toString('hex'),
      recordLength: 3,
      src: 'referral',
      srcSeq: 7,
    });
    expect(entry.bytes).toEqual(bytesOf(JSON.parse(entry.bytes.toString())));
  });

  it('has the same id when it is delivered again, and another one under another number', () => {
    const first = malformed('not-utf8', arrival(junk), salt);
    const again = malformed(
      'not-utf8',
      arrival(junk, { recorded: new Date('2026-03-08T00:00:00Z') }),
      'cd'.repeat(16),
    );
    const other = malformed('not-utf8', arrival(junk, { number: { src: 'referral', srcSeq: 8 } }), salt);

    expect(again.part.id).toBe(first.part.id);
    expect(other.part.id).not.toBe(first.part.id);
    expect(first.part.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('reading a record', () => {
  const reasonFor = (record: Buffer | string): string => {
    const part = readRecord(Buffer.from(record));
    return part.ok ? 'accepted' : part.reason;
  };

  it.each([
    ['not-utf8', Buffer.from([0x7b, 0xc3, 0x28, 0x7d])],
    ['not-json', 'hello'],
    ['not-json', ''],
    ['not-exact', JSON.stringify(sent, null, 2)],
    ['not-exact', bytesOf(sent).toString().replace('"v":1', '"v":1,"v":1')],
    ['not-exact', bytesOf({ ...sent, amount: 1.5 })],
    ['not-exact', bytesOf(sent).toString().replace('"v":1', '"v":9007199254740993')],
    ['not-exact', bytesOf(sent).toString().replace('"v":1', '"v":-0')],
    ['not-exact', bytesOf(sent).toString().replace('"r-1"', '"\\ud800"')],
    ['not-exact', '['.repeat(16_000) + ']'.repeat(16_000)],
    ['too-large', bytesOf({ ...sent, padding: 'x'.repeat(33 * 1024) })],
    ['unknown-shape', '[]'],
    ['unknown-shape', 'null'],
    ['unknown-shape', bytesOf({ ...sent, v: 2 })],
    ['unknown-shape', bytesOf({ ...sent, id: 'one' })],
    ['unknown-shape', bytesOf({ ...sent, occurred: '2026-02-31T00:00:00.000Z' })],
    ['unknown-shape', bytesOf({ ...sent, occurred: '2026-03-07T20:00:00Z' })],
    ['unknown-shape', bytesOf({ ...sent, type: 'nul\u0000' })],
    ['unknown-shape', bytesOf({ ...sent, action: 'X' })],
    ['unknown-shape', bytesOf({ ...sent, actor: { org: sent.id } })],
    ['unknown-shape', bytesOf({ ...sent, subject: ['a name'] })],
    ['unknown-shape', bytesOf({ ...sent, entity: [{ type: 'handoff' }] })],
    ['unknown-shape', bytesOf({ ...sent, srcSeq: 1 })],
  ])('finds it %s (%#)', (reason, record) => {
    expect(reasonFor(record)).toBe(reason);
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          expect(readRecord(Buffer.from(bytes)).ok).toBe(false);
        },
      ),
    );
  });

  it('accepts whatever names a source puts into an entry, and writes them back unchanged', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(name, name, fc.integer(), (type, id, version) => {
        const record = bytesOf({ ...sent, entity: [{ type, id, version }] });
        const entry = complete(partOf(record), arrival(record));
        expect(entry.ok && JSON.parse(entry.value.bytes.toString()).entity).toEqual([{ type, id, version }]);
      }),
    );
  });
});
