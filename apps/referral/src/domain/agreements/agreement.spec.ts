import { inOrder, isSound, type Membership } from './agreement.js';
import { receiver, sender } from '../fixtures/a-handoff.js';

const bound = (more: Partial<Membership> = {}): Membership => ({
  agencyId: sender,
  validFrom: '2024-01-01',
  validUntil: '2025-12-31',
  ...more,
});

describe('an agreement', () => {
  it('names every party once, and binds it for a day at least', () => {
    expect(isSound({ parties: [bound(), bound({ agencyId: receiver })] })).toBe(true);
    expect(isSound({ parties: [bound(), bound()] })).toBe(false);
    expect(isSound({ parties: [bound({ validUntil: '2024-01-01' })] })).toBe(true);
    expect(isSound({ parties: [bound({ validUntil: '2023-12-31' })] })).toBe(false);
  });

  it('is the same in whatever order its parties are named', () => {
    const parties = [bound({ agencyId: receiver }), bound()];
    expect(inOrder(parties)).toEqual(inOrder([...parties].reverse()));
  });
});
