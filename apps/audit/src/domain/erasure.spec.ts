import { mayErase, requestErasure, type Erasure } from './erasure.js';

const at = new Date(Date.UTC(2026, 2, 7));
const wanted = {
  id: '0195718e-5a00-7000-8000-0000000000b1',
  agencyId: '0195718e-5a00-7000-8000-0000000000a1',
  caseId: '0195718e-5a00-7000-8000-0000000000c1',
  basis: 'court-order',
  requested: { subject: 'one', roles: ['dpo'], at },
} as const;
const standing = { isHeld: false, isGranted: false, isOver: false };
const requested: Erasure = { ...wanted, version: 1, status: 'requested' };

describe('an erasure', () => {
  it('is not asked for while a legal process needs the data', () => {
    expect(requestErasure(wanted, { ...standing, isHeld: true, isGranted: true })).toMatchObject({
      reason: 'case-on-hold',
    });
  });

  it.each(['subject-request', 'consent-withdrawn'] as const)(
    'on the basis %s needs a request that was granted',
    (basis) => {
      const asked = { ...wanted, basis };
      expect(requestErasure(asked, standing)).toMatchObject({
        reason: 'request-not-granted',
      });
      expect(requestErasure(asked, { ...standing, isGranted: true })).toMatchObject({ ok: true });
    },
  );

  it('rests on the law itself without a request of the person', () => {
    expect(requestErasure(wanted, standing)).toEqual({
      ok: true,
      value: requested,
    });
  });

  it('because the time is over needs that time to be over', () => {
    const asked = { ...wanted, basis: 'retention-ended' } as const;
    expect(requestErasure(asked, standing)).toMatchObject({ reason: 'retention-not-over' });
    expect(requestErasure(asked, { ...standing, isOver: true })).toMatchObject({ ok: true });
  });

  it('is approved by somebody else, once, and not while a hold stands', () => {
    expect(mayErase(requested, { subject: 'one', isHeld: false })).toMatchObject({ reason: 'same-person' });
    expect(mayErase(requested, { subject: 'two', isHeld: true })).toMatchObject({ reason: 'case-on-hold' });
    expect(mayErase(requested, { subject: 'two', isHeld: false })).toEqual({ ok: true, value: true });
    expect(mayErase({ ...requested, status: 'done' }, { subject: 'two', isHeld: false })).toMatchObject({
      reason: 'erasure-done',
    });
  });
});
