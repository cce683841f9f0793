import type { Handoff } from '../../data/handoffs.js';
import { askAgain } from './ask-again.js';

const declined = {
  kind: 'referral',
  serviceType: 'emergency-shelter',
  shareProfile: 'shelter-placement',
  lawfulBasis: { code: 'vital-interest', consentId: 'c1' },
  purpose: 'a bed tonight',
  priority: 'asap',
} as unknown as Handoff;
const provider = { agency: { id: 'a2', name: 'Other' }, service: { id: 's2', name: 'Beds' } };

describe('asking another provider for the same', () => {
  it('repeats the words, and leaves to the service which consent carries it', () => {
    expect(askAgain(declined, 'k1', provider)).toEqual({
      caseId: 'k1',
      kind: 'referral',
      to: { agencyId: 'a2', serviceId: 's2' },
      serviceType: 'emergency-shelter',
      shareProfile: 'shelter-placement',
      lawfulBasis: { code: 'vital-interest' },
      purpose: 'a bed tonight',
      priority: 'asap',
    });
  });

  it('is not offered to whoever cannot read what it was for', () => {
    const { purpose: _, ...sealed } = declined;
    expect(askAgain(sealed, 'k1', provider)).toBeUndefined();
  });
});
