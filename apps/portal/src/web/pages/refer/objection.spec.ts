import type { Consent } from '../../data/consents.js';
import type { Override } from '../../data/overrides.js';
import { exceptionFor, hasObjection } from './objection.js';

const wanted = {
  agencyId: 'a',
  profile: { purpose: 'service-provision', fieldGroups: [] },
} as const;

const said = (status: Consent['status'], day: number, more: Partial<Consent> = {}) =>
  ({
    status,
    recordedAt: `2026-03-0${day}T02:00:00Z`,
    recipients: ['a'],
    purposes: ['service-provision'],
    ...more,
  }) as Consent;

describe('a no on record', () => {
  it('counts where it was the last word about this agency and purpose', () => {
    expect(hasObjection([said('active', 1), said('inactive', 2)], wanted)).toBe(true);
    expect(hasObjection([said('inactive', 1), said('active', 2)], wanted)).toBe(false);
    expect(
      hasObjection([said('withdrawn', 1, { endedAt: '2026-03-03T02:00:00Z' }), said('active', 2)], wanted),
    ).toBe(true);
  });

  it('does not count where another agency was spoken of, or it was written down by mistake', () => {
    expect(hasObjection([said('inactive', 1, { recipients: ['b'] })], wanted)).toBe(false);
    expect(hasObjection([said('entered-in-error', 1)], wanted)).toBe(false);
    expect(hasObjection([], wanted)).toBe(false);
  });
});

describe('the exception for a handoff', () => {
  const now = new Date('2026-03-10T02:00:00Z');
  const asked = { basis: 'vital-interest', toAgencyId: 'a', serviceType: 'emergency-shelter' } as const;
  const one = (status: Override['status'], decidedAt?: string) =>
    ({
      ...asked,
      status,
      proposedAt: '2026-03-09T02:00:00Z',
      ...(decidedAt ? { decidedAt } : {}),
    }) as Override;

  it('waits for a second person, or was approved within three days', () => {
    expect(exceptionFor([one('proposed')], asked, now)?.status).toBe('proposed');
    expect(exceptionFor([one('approved', '2026-03-09T02:00:00Z')], asked, now)?.status).toBe('approved');
    expect(exceptionFor([one('approved', '2026-03-07T01:00:00Z')], asked, now)).toBeUndefined();
  });

  it('is for this agency, service and basis, and for one handoff', () => {
    expect(exceptionFor([one('proposed')], { ...asked, toAgencyId: 'b' }, now)).toBeUndefined();
    expect(exceptionFor([one('used'), one('refused')], asked, now)).toBeUndefined();
  });
});
