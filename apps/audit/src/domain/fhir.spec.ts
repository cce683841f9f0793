import { z } from 'zod';
import { toAuditEvent, toBundle } from './fhir.js';
import type { LogEntry } from './log-entry.js';

// The part of FHIR R4 that an AuditEvent here uses: what R4 requires is required, and nothing else may stand in it.
const coding = z.strictObject({ system: z.url(), code: z.string().min(1), display: z.string().optional() });
const concept = z.strictObject({ coding: z.array(coding).min(1) });
const reference = z.strictObject({
  identifier: z.strictObject({ system: z.url(), value: z.string().min(1) }),
});
const auditEvent = z.strictObject({
  resourceType: z.literal('AuditEvent'),
  id: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/),
  type: coding,
  subtype: z.array(coding).min(1),
  action: z.enum(['C', 'R', 'U', 'D', 'E']),
  period: z.strictObject({ start: z.iso.datetime(), end: z.iso.datetime() }),
  recorded: z.iso.datetime(),
  outcome: z.enum(['0', '4', '8', '12']),
  outcomeDesc: z.string().optional(),
  purposeOfEvent: z.array(concept).min(1).optional(),
  agent: z
    .array(
      z.strictObject({
        type: concept,
        role: z.array(concept).min(1).optional(),
        who: reference,
        requestor: z.boolean(),
        policy: z.array(z.url()).min(1).optional(),
      }),
    )
    .min(1),
  source: z.strictObject({ observer: reference }),
  entity: z
    .array(
      z.strictObject({
        what: reference,
        type: coding,
        role: coding.optional(),
        detail: z
          .array(z.strictObject({ type: z.string(), valueString: z.string() }))
          .min(1)
          .optional(),
      }),
    )
    .min(1)
    .optional(),
});

const id = (n: number): string => `0195718e-5a00-7000-8000-00000000000${n}`;

const accepted: LogEntry = {
  seq: 7,
  id: id(1),
  occurred: '2026-03-07T20:00:00.000Z',
  recorded: '2026-03-07T20:00:00.250Z',
  type: 'handoff.accept',
  action: 'U',
  outcome: 'success',
  purpose: 'service-provision',
  actor: { sub: id(2), org: id(3), roles: ['shelter-manager'], client: 'portal', kind: 'person' },
  entity: [{ type: 'handoff', id: id(4), version: 2, fields: ['status'] }],
  subject: [id(5)],
  authz: { policyId: 'receiver-answers', lawfulBasis: 'consent' },
  disclosure: { fromOrg: id(6), toOrg: id(3), receiptId: id(4) },
  requestId: 'r-1',
  src: 'referral',
  srcSeq: 3,
};

const turnedAway: LogEntry = {
  seq: 8,
  id: id(8),
  occurred: '2026-03-07T20:01:00.000Z',
  recorded: '2026-03-07T20:01:00.100Z',
  type: 'case.read',
  action: 'R',
  outcome: 'denied',
  reason: 'not-found',
  actor: { sub: 'anonymous' },
  entity: [],
  subject: [],
  src: 'intake',
  srcSeq: 9,
};

describe('an entry as a FHIR AuditEvent', () => {
  it.each([accepted, turnedAway])('has what R4 requires, and nothing that R4 does not know (%#)', (entry) => {
    expect(auditEvent.safeParse(toAuditEvent(entry)).error).toBeUndefined();
  });

  it('says who, for whom, through what, under which rule, and both sides of a disclosure', () => {
    const event = toAuditEvent(accepted);
    const said = event.agent.map((agent) => [agent.type.coding[0]!.code, agent.who.identifier.value]);
    expect(said).toEqual([
      ['IRCP', id(2)],
      ['PROV', id(3)],
      ['110150', 'portal'],
      ['110153', id(6)],
      ['110152', id(3)],
    ]);
    expect(event.agent[0]).toMatchObject({
      requestor: true,
      role: [{ coding: [{ code: 'shelter-manager', display: 'Shelter manager' }] }],
      policy: ['urn:rujukan:policy:receiver-answers', 'urn:rujukan:code:lawful-basis:consent'],
    });
    expect(event).toMatchObject({
      action: 'U',
      outcome: '0',
      recorded: '2026-03-07T20:00:00.250Z',
      period: { start: '2026-03-07T20:00:00.000Z' },
      purposeOfEvent: [{ coding: [{ code: 'service-provision', display: 'Service provision' }] }],
      source: { observer: { identifier: { system: 'urn:rujukan:service', value: 'referral' } } },
    });
  });

  it('names the child as patient, records with their fields and no values, and the request', () => {
    const { entity = [] } = toAuditEvent(accepted);
    expect(entity.map(({ what, role }) => [what.identifier.system, role?.code])).toEqual([
      ['urn:rujukan:case', '1'],
      ['urn:rujukan:handoff', '4'],
      ['urn:rujukan:request', undefined],
    ]);
    expect(entity[1]!.detail).toEqual([{ type: 'field', valueString: 'status' }]);
  });

  it('calls a denial a minor failure and says why', () => {
    expect(toAuditEvent(turnedAway)).toMatchObject({ outcome: '4', outcomeDesc: 'not-found' });
    expect(toAuditEvent(turnedAway)).not.toHaveProperty('entity');
  });

  it('comes in a bundle that says where the next page is, and not how many there are', () => {
    const bundle = toBundle([accepted], { self: '/fhir/AuditEvent', next: '/fhir/AuditEvent?page=x' });
    expect(bundle.link).toEqual([
      { relation: 'self', url: '/fhir/AuditEvent' },
      { relation: 'next', url: '/fhir/AuditEvent?page=x' },
    ]);
    expect(bundle.entry[0]).toMatchObject({ fullUrl: `urn:uuid:${id(1)}`, search: { mode: 'match' } });
    expect(bundle).not.toHaveProperty('total');
  });
});
