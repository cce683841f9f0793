import fc from 'fast-check';
import { serviceEventStatus, serviceType } from '@rujukan/contracts';
import { record, type Contact } from './service-event.js';

const now = new Date('2026-03-07T20:00:00Z');
const earlier = new Date('2026-03-07T18:00:00Z');
const later = new Date('2026-03-08T02:00:00Z');
const counselling = { serviceType: 'counselling' } as const;

describe('a contact with the child', () => {
  it('that was attended happened now, when nobody says otherwise', () => {
    expect(record({ ...counselling, status: 'attended' }, now)).toMatchObject({ value: { occurredAt: now } });
  });

  it('that was attended keeps the time that was given', () => {
    expect(record({ ...counselling, status: 'attended', occurredAt: earlier }, now)).toMatchObject({
      value: { occurredAt: earlier },
    });
  });

  it('cannot have happened in the future', () => {
    expect(record({ ...counselling, status: 'attended', occurredAt: later }, now)).toMatchObject({
      reason: 'invalid-request',
      details: { errors: [{ in: 'body', pointer: '/occurredAt', code: 'not-allowed' }] },
    });
  });

  it('that is scheduled says when', () => {
    expect(record({ ...counselling, status: 'scheduled' }, now)).toMatchObject({
      reason: 'invalid-request',
      details: { errors: [{ pointer: '/plannedAt', code: 'required' }] },
    });
    expect(record({ ...counselling, status: 'scheduled', plannedAt: later }, now).ok).toBe(true);
  });

  it.each(['no-show', 'cancelled'] as const)('that was a %s needs no time of its own', (status) => {
    expect(record({ ...counselling, status }, now)).toEqual({ ok: true, value: { ...counselling, status } });
  });

  it('is never a mediation', () => {
    expect(record({ serviceType: 'mediation', status: 'attended' }, now)).toMatchObject({
      reason: 'service-blocked',
    });
  });

  it('is recorded as the table can hold it, or refused by name', () => {
    const time = fc.option(fc.constantFrom(earlier, now, later), { nil: undefined });
    const contact: fc.Arbitrary<Contact> = fc.record({
      serviceType: fc.constantFrom(...serviceType.codes),
      status: fc.constantFrom(...serviceEventStatus.codes),
      plannedAt: time,
      occurredAt: time,
    });
    fc.assert(
      fc.property(contact, (asked) => {
        const outcome = record(asked, now);
        if (!outcome.ok) return ['service-blocked', 'invalid-request'].includes(outcome.reason);
        const { status, plannedAt, occurredAt } = outcome.value;
        return (
          (status !== 'scheduled' || plannedAt !== undefined) &&
          (status !== 'attended' || occurredAt !== undefined) &&
          (occurredAt === undefined || occurredAt <= now)
        );
      }),
    );
  });
});
