import { aHandoff, knownCase, receiver, sender, someoneOf, stranger } from './fixtures/a-handoff.js';
import type { HandoffAction } from './handoffs/machine.js';
import { ledgerRule, mayAnswer, mayReadCustody, mayRequest, mayTake, sideOf } from './policy.js';

const reason = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? 'yes' : outcome.reason);

describe('who stands where', () => {
  it('knows the two agencies and nobody else', () => {
    expect(sideOf(someoneOf(sender), aHandoff('requested'))).toBe('sender');
    expect(sideOf(someoneOf(receiver), aHandoff('requested'))).toBe('receiver');
    expect(sideOf(someoneOf(stranger), aHandoff('requested'))).toBeUndefined();
    expect(sideOf(someoneOf(null), aHandoff('requested'))).toBeUndefined();
  });
});

describe('a draft', () => {
  it('is its author’s and nobody else knows of it', () => {
    expect(sideOf(someoneOf(sender), aHandoff('draft'))).toBe('sender');
    expect(sideOf(someoneOf(receiver), aHandoff('draft'))).toBeUndefined();
  });
});

describe('who may hand off', () => {
  it.each([
    ['the custodian', sender, false, 'yes'],
    ['an agency that works on the case', receiver, true, 'not-custodian'],
    ['an agency that does not', receiver, false, 'not-found'],
    ['the platform itself', null, false, 'not-found'],
  ])('%s: %s', (_, agency, hasAccess, expected) => {
    expect(reason(mayRequest(someoneOf(agency), knownCase(), hasAccess))).toBe(expected);
  });

  it('is told nothing of a case that is not there', () => {
    expect(reason(mayRequest(someoneOf(sender), undefined, false))).toBe('not-found');
  });
});

describe('who may answer', () => {
  const found = { handoff: aHandoff('received'), custody: knownCase().custody };

  it.each([
    ['the receiver', receiver, 3, 'yes'],
    ['a receiver that looked before the last change', receiver, 2, 'stale-version'],
    ['the sender', sender, 3, 'not-receiver'],
    ['anybody else', stranger, 3, 'not-found'],
    ['the platform itself', null, 3, 'not-found'],
  ])('%s', (_, agency, version, expected) => {
    expect(reason(mayAnswer(someoneOf(agency), found, version))).toBe(expected);
  });
});

describe('who may take a step', () => {
  const found = { handoff: aHandoff('received'), custody: knownCase().custody };
  const attempt = (action: HandoffAction, agency: string) =>
    reason(mayTake(action, someoneOf(agency), found, 3));

  it('is the side that the machine names', () => {
    expect(attempt('recall', sender)).toBe('yes');
    expect(attempt('recall', receiver)).toBe('not-sender');
    expect(attempt('return', receiver)).toBe('yes');
    expect(attempt('return', sender)).toBe('not-receiver');
    expect(attempt('recall', stranger)).toBe('not-found');
  });

  it('is both for what needs both', () => {
    expect([attempt('roll-back', sender), attempt('roll-back', receiver)]).toEqual(['yes', 'yes']);
  });

  it('is neither where time decides', () => {
    expect(attempt('expire', sender)).toBe('not-receiver');
    expect(attempt('expire', receiver)).toBe('not-sender');
  });
});

describe('who may read custody', () => {
  it('is the custodian and whoever has access', () => {
    const { custody } = knownCase();
    expect(mayReadCustody(someoneOf(sender), custody, false)).toBe(true);
    expect(mayReadCustody(someoneOf(receiver), custody, true)).toBe(true);
    expect(mayReadCustody(someoneOf(receiver), custody, false)).toBe(false);
    expect(mayReadCustody(someoneOf(null), custody, false)).toBe(false);
  });
});

describe('who may read the ledger', () => {
  it('is the custodian, and an auditor whatever the agency', () => {
    const { custody } = knownCase();
    const auditor = { ...someoneOf(stranger), permissions: new Set(['audit:read'] as const) };
    expect(ledgerRule(someoneOf(sender), custody)).toBe('custody');
    expect(ledgerRule(auditor, custody)).toBe('audit');
    for (const agency of [receiver, stranger, null])
      expect(ledgerRule(someoneOf(agency), custody)).toBeUndefined();
    expect(ledgerRule(auditor, undefined)).toBeUndefined();
  });
});
