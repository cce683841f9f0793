import { clockDefinition } from '@rujukan/contracts';
import { deadlineOf } from './clock.js';
import { policies } from './policies.js';
import { inForce, limitOf, mayPause, type Policy } from './policy.js';

const latest = (definition: keyof typeof policies): Policy => policies[definition].at(-1)!;

describe('the policies', () => {
  it('are one for each definition, numbered from 1 and later from version to version', () => {
    expect(Object.keys(policies).sort()).toEqual([...clockDefinition.codes].sort());
    for (const versions of Object.values(policies)) {
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_one, index) => index + 1));
      const days = versions.map(({ from }) => from);
      expect([...days].sort()).toEqual(days);
    }
  });

  it.each(['police-report', 'pdp-access', 'breach-notice', 'litmas', 'under-12-decision'] as const)(
    'give %s three times 24 hours, which nothing can pause',
    (definition) => {
      expect(limitOf(latest(definition), undefined, 1)).toEqual({ unit: 'hours', count: 72 });
      expect(latest(definition).legalClass).toBe('statutory');
      expect(mayPause(latest(definition))).toBe(false);
    },
  );

  it('let an authority’s power run on too, and what agencies agreed wait', () => {
    expect(mayPause(latest('temporary-protection'))).toBe(false);
    expect(mayPause(latest('intake-response'))).toBe(true);
    expect(mayPause(latest('referral-decision'))).toBe(true);
  });

  it('say what the law says, by article', () => {
    for (const policy of Object.values(policies).flat())
      if (policy.legalClass.startsWith('statutory'))
        expect(policy.basis).toMatch(/^(UU|PP|Perma|Permenkes) \d+\/\d{4}/);
  });

  it.each([
    ['high', 1, 3],
    ['medium', 6, 24],
  ] as const)('ask for an answer to a handoff of %s urgency in %i h and %i h', (urgency, ack, decision) => {
    const start = new Date('2026-03-07T20:00:00Z');
    const hours = (definition: 'referral-ack' | 'referral-decision') =>
      (deadlineOf(definition, start, { urgency }).getTime() - start.getTime()) / 3_600_000;
    expect([hours('referral-ack'), hours('referral-decision')]).toEqual([ack, decision]);
  });

  it('give low urgency working days, and take no word on urgency for high', () => {
    expect(limitOf(latest('referral-decision'), 'low', 1)).toEqual({ unit: 'working-days', count: 3 });
    expect(limitOf(latest('referral-decision'), undefined, 1)).toEqual({ unit: 'hours', count: 3 });
  });

  it('ask for feedback after 14 days and then every 30', () => {
    const feedback = latest('referral-feedback');
    expect([1, 2, 3, 9].map((round) => limitOf(feedback, undefined, round).count)).toEqual([14, 30, 30, 30]);
  });
});

describe('a policy with several versions', () => {
  const [version] = policies['police-report'];
  const older: Policy = { ...version!, version: 1, from: '2022-05-09' };
  const newer: Policy = { ...version!, version: 2, from: '2026-07-01' };
  const at = (text: string) => inForce([older, newer], new Date(text)).version;

  it('changes at midnight in Pontianak', () => {
    expect(at('2026-06-30T16:59:59.999Z')).toBe(1);
    expect(at('2026-06-30T17:00:00.000Z')).toBe(2);
  });

  it('holds in its first version for what began before it', () => {
    expect(at('2020-01-01T00:00:00Z')).toBe(1);
  });
});
