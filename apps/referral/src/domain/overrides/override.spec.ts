import { anOverride } from '../fixtures/a-consent.js';
import { later, receiver, sender, terms } from '../fixtures/a-handoff.js';
import { decide, propose } from './override.js';

const proposed = propose(
  { id: anOverride().id, caseId: terms.caseId, agencyId: sender, proposedBy: 'case-manager' },
  { basis: 'vital-interest', to: receiver, serviceType: 'emergency-shelter', reason: 'guardian-obstructs' },
  later,
);

describe('an exception', () => {
  it.each(['approved', 'refused'] as const)('is %s by a second person', (verdict) => {
    expect(decide(proposed, 'supervisor', verdict, later)).toMatchObject({
      ok: true,
      value: { status: verdict, version: 2, decidedBy: 'supervisor', decidedAt: later },
    });
  });

  it('is not approved by who asked for it', () => {
    expect(decide(proposed, 'case-manager', 'approved', later)).toMatchObject({ reason: 'same-person' });
  });

  it('is decided once', () => {
    expect(decide(anOverride(), 'another', 'refused', later)).toMatchObject({
      reason: 'override-already-decided',
    });
  });
});
