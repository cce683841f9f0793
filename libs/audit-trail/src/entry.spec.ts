import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { contextFor } from '@rujukan/testing';
import { auditEntry, maxEntryBytes } from './entry.js';
import { Trail } from './trail.js';

const agencyId = randomUUID();
const caseId = randomUUID();
const context = () => contextFor({ agencyId, roles: ['supervisor', 'case-worker'] });
const success = { outcome: 'success' } as const;
const parse = (row: { payload: Buffer }) =>
  JSON.parse(row.payload.toString('utf8')) as Record<string, unknown>;

const fullTrail = () =>
  new Trail()
    .touched('handoff', randomUUID(), { version: 2, fields: ['purpose', 'status'] })
    .listed('case', [caseId])
    .about(caseId, '00000000-0000-4000-8000-000000000000')
    .allowedBy('handoff.accept', 'consent')
    .disclosed({ fromOrg: agencyId, toOrg: randomUUID(), receiptId: randomUUID() });

describe('an audit entry', () => {
  it('is its own canonical form (RFC 8785)', () => {
    const { payload } = auditEntry(
      { ...context(), causationId: randomUUID(), net: { ip: '10.0.0.1', userAgentHash: 'ab' } },
      fullTrail(),
      { outcome: 'denied', reason: 'not-found' },
    );
    expect(payload.toString('utf8')).toBe(canonicalize(JSON.parse(payload.toString('utf8'))));
  });

  it('says who, for whom, what, about whom, why it was allowed, and under which request', () => {
    const given = context();
    const entry = parse(auditEntry(given, fullTrail(), success));
    expect(entry).toMatchObject({
      v: 1,
      type: 'test.act',
      action: 'U',
      outcome: 'success',
      purpose: 'case-management',
      occurred: '2026-03-07T20:00:00.000Z',
      actor: {
        sub: given.actor.subject,
        org: agencyId,
        roles: ['case-worker', 'supervisor'],
        kind: 'person',
      },
      authz: { policyId: 'handoff.accept', lawfulBasis: 'consent' },
      subject: ['00000000-0000-4000-8000-000000000000', caseId],
      resultCount: 1,
      requestId: given.requestId,
      traceId: given.traceId,
    });
  });

  it('leaves out what is not there: no null, no member that this list does not hold', () => {
    const entry = parse(auditEntry(contextFor({ agencyId: null }), new Trail(), success));
    expect(Object.keys(entry).sort()).toEqual([
      'action',
      'actor',
      'entity',
      'id',
      'occurred',
      'outcome',
      'purpose',
      'requestId',
      'salt',
      'subject',
      'traceId',
      'type',
      'v',
    ]);
    expect(JSON.stringify(entry)).not.toContain('null');
    expect(entry['actor']).not.toHaveProperty('org');
  });

  it('holds no trace of a member that somebody left undefined', () => {
    const careless = new Trail().touched('case', caseId, { version: undefined as unknown as number });
    const entry = parse(auditEntry(context(), careless, success));
    expect(entry['entity']).toEqual([{ type: 'case', id: caseId }]);
  });

  it('has an id, a salt of 16 bytes and headers of its own, and no source number yet', () => {
    const [one, other] = [
      auditEntry(context(), new Trail(), success),
      auditEntry(context(), new Trail(), success),
    ];
    expect(one.id).not.toBe(other.id);
    expect(parse(one)['salt']).toMatch(/^[0-9a-f]{32}$/);
    expect(parse(one)['salt']).not.toBe(parse(other)['salt']);
    expect(one.headers).toMatchObject({ ce_id: one.id, ce_specversion: '1.0' });
    expect(parse(one)).not.toHaveProperty('srcSeq');
    expect(one.topic).toBe('audit.entries');
  });

  it('is refused beyond 32 KiB, because entries name things and carry no content', () => {
    const listing = (count: number) =>
      new Trail().listed(
        'case',
        Array.from({ length: count }, () => randomUUID()),
      );
    expect(auditEntry(context(), listing(450), success).payload.length).toBeLessThan(maxEntryBytes);
    expect(() => auditEntry(context(), listing(550), success)).toThrow(
      /audit entry of test.act has \d+ bytes/,
    );
  });

  it('has the id and the hash of the detail that lies beside it, unless what it tells of was refused', () => {
    const detail = { entryId: randomUUID(), hash: 'ab'.repeat(32) };
    const trail = new Trail().detailed(detail);
    expect(parse(auditEntry(context(), trail, success))).toMatchObject({
      id: detail.entryId,
      detailHash: detail.hash,
    });
    const refused = parse(auditEntry(context(), trail, { outcome: 'denied', reason: 'not-found' }));
    expect(refused).not.toHaveProperty('detailHash');
    expect(refused['id']).not.toBe(detail.entryId);
  });
});
