import fc from 'fast-check';
import { closureReason, riskLevel } from '@rujukan/contracts';
import { approve, ready, request, type Closure, type Readiness } from './closure.js';
import { agencyId, caseId, closureId } from './ids.js';
import type { CaseFile } from './policy.js';

const agency = agencyId('0195718e-5a00-7000-8000-00000000000a');
const someCase = caseId('0195718e-5a00-7000-8000-00000000000c');

const aFile = (more: Partial<CaseFile> = {}): CaseFile => ({
  caseId: someCase,
  custodianAgencyId: agency,
  epoch: 1,
  riskLevel: 'low',
  status: 'open',
  ...more,
});

const aReadiness = (more: Partial<Readiness> = {}): Readiness => ({
  file: aFile(),
  hasPlan: true,
  openHandoffs: 0,
  ...more,
});

const shared = {
  id: closureId('0195718e-5a00-7000-8000-00000000000d'),
  caseId: someCase,
  agencyId: agency,
  reason: 'goals-met',
  requestedBy: 'manager',
  requestedAt: new Date('2026-03-07T20:00:00Z'),
  version: 1,
} as const;

const pending: Closure = { ...shared, status: 'requested' };

describe('closing a case', () => {
  it('is possible when there is a plan and nothing is open', () => {
    expect(request({ reason: 'goals-met' }, aReadiness(), false).ok).toBe(true);
    expect(approve(pending, aReadiness(), 1).ok).toBe(true);
  });

  it('is refused while another agency still works on it', () => {
    expect(ready('goals-met', aReadiness({ openHandoffs: 2 }))).toMatchObject({
      reason: 'handoffs-open',
      details: { openHandoffs: 2 },
    });
  });

  it('is refused without a plan, unless there was nobody to plan for', () => {
    const noPlan = aReadiness({ hasPlan: false });
    expect(ready('goals-met', noPlan)).toMatchObject({ reason: 'plan-missing' });
    for (const reason of ['not-a-child', 'unfounded', 'duplicate-merged'] as const)
      expect(ready(reason, noPlan).ok).toBe(true);
  });

  it.each(['high', 'unassessed'] as const)('does not let a child in %s risk walk away', (level) => {
    const risky = aReadiness({ file: aFile({ riskLevel: level }) });
    expect(ready('child-withdrew', risky)).toMatchObject({ reason: 'closure-not-allowed-at-high-risk' });
    expect(ready('goals-met', risky).ok).toBe(true);
  });

  it.each(['other-with-reason', 'child-withdrew', 'turned-18-adult-service'] as const)(
    'for %s needs words',
    (reason) => {
      expect(request({ reason }, aReadiness(), false)).toMatchObject({
        reason: 'invalid-request',
        details: { errors: [{ pointer: '/note', code: 'required' }] },
      });
      expect(request({ reason, note: 'because' }, aReadiness(), false).ok).toBe(true);
    },
  );

  it('is asked for once at a time', () => {
    expect(request({ reason: 'goals-met' }, aReadiness(), true)).toMatchObject({
      reason: 'closure-already-requested',
    });
  });

  it('is approved as it was read, once', () => {
    const at = new Date('2026-03-07T21:00:00Z');
    const approved: Closure = { ...shared, version: 2, status: 'approved', approvedBy: 'b', approvedAt: at };
    const lapsed: Closure = { ...shared, version: 2, status: 'lapsed', lapsedAt: at };
    expect(approve(pending, aReadiness(), 2)).toMatchObject({ reason: 'stale-version' });
    expect(approve(approved, aReadiness(), 1)).toMatchObject({ reason: 'stale-version' });
    expect(approve(approved, aReadiness(), 2)).toMatchObject({ reason: 'closure-not-requested' });
    expect(approve(lapsed, aReadiness(), 2)).toMatchObject({ reason: 'closure-not-requested' });
  });

  it('is never approved while something is owed, whatever the reason', () => {
    const readiness = fc.record({
      file: fc.record({ riskLevel: fc.constantFrom(...riskLevel.codes) }).map(aFile),
      hasPlan: fc.boolean(),
      openHandoffs: fc.nat(3),
    });
    const reason = fc.constantFrom(...closureReason.codes);
    fc.assert(
      fc.property(reason, readiness, fc.nat(3), (why, state, seen) => {
        const outcome = approve({ ...pending, reason: why }, state, seen);
        if (!outcome.ok) return outcome.reason !== ('' as never);
        return seen === 1 && state.openHandoffs === 0 && ready(why, state).ok;
      }),
    );
  });

  it('asked for and approved under the same state comes to the same answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...closureReason.codes), fc.boolean(), fc.nat(2), (why, hasPlan, open) => {
        const state = aReadiness({ hasPlan, openHandoffs: open });
        const asked = request({ reason: why, note: 'words' }, state, false);
        const approved = approve({ ...pending, reason: why }, state, 1);
        expect(asked).toEqual(approved);
      }),
    );
  });
});
