import { consentGiver } from '@rujukan/contracts';
import {
  end,
  expire,
  record,
  relationsOf,
  toldNow,
  whyNotCovered,
  type Consent,
  type Statement,
  type Wanted,
} from './consent.js';
import { aChild, aConsent, anAdult, aStatement, ofSuspectGuardian } from '../fixtures/a-consent.js';
import { later, night, receiver, sender, stranger, terms } from '../fixtures/a-handoff.js';

const birth = { id: aConsent().id, caseId: terms.caseId, recordedBy: sender };
const said = (more: Partial<Statement>, subject = aChild) => record(birth, aStatement(more), subject, night);
const statusOf = (outcome: ReturnType<typeof said>) => (outcome.ok ? outcome.value.status : outcome.reason);

describe('a statement about sharing', () => {
  it('is in force when somebody entitled agrees and the child does not refuse', () => {
    expect(statusOf(said({}))).toBe('active');
    expect(statusOf(said({ childAssent: 'not-possible' }))).toBe('active');
  });

  it('is kept and covers nothing when it was a no, of the adult or of the child', () => {
    expect(statusOf(said({ isGiven: false }))).toBe('inactive');
    expect(statusOf(said({ childAssent: 'refused' }))).toBe('inactive');
    expect(statusOf(said({ isGiven: false, givenBy: 'by-child', relation: 'self' }))).toBe('inactive');
  });

  it('of a child alone is no consent before 18', () => {
    expect(statusOf(said({ givenBy: 'by-child', relation: 'self' }))).toBe('consent-giver-not-entitled');
  });

  it.each(consentGiver.codes)('counts from 18 on when it comes from herself or a court: %s', (givenBy) => {
    const [relation] = relationsOf[givenBy];
    const isHers = givenBy === 'by-child' || givenBy === 'by-court';
    expect(statusOf(said({ givenBy, relation: relation! }, anAdult))).toBe(
      isHers ? 'active' : 'consent-giver-not-entitled',
    );
  });

  it.each(['by-parent', 'by-guardian'] as const)(
    'is not asked of a suspect home, yes or no: %s',
    (givenBy) => {
      expect(statusOf(said({ givenBy }, ofSuspectGuardian))).toBe('guardian-is-suspect');
      expect(statusOf(said({ givenBy, isGiven: false }, ofSuspectGuardian))).toBe('guardian-is-suspect');
      expect(statusOf(said({}, ofSuspectGuardian))).toBe('active');
    },
  );

  it('puts no suspect guardian on the list of who is told, and takes one off it later', () => {
    expect(statusOf(said({ told: ['child', 'guardian'] }, ofSuspectGuardian))).toBe('guardian-is-suspect');
    const consent = aConsent({ told: ['child', 'parent', 'guardian'] });
    expect(toldNow(consent, aChild)).toEqual(['child', 'parent', 'guardian']);
    expect(toldNow(consent, ofSuspectGuardian)).toEqual(['child']);
  });

  it.each<[string, Partial<Statement>]>([
    ['ends before it begins', { validTo: night }],
    ['is over', { validFrom: new Date(0), validTo: new Date(1) }],
    ['lasts more than a year', { validTo: new Date(night.getTime() + 367 * 86_400_000) }],
  ])('has a period that makes sense: not one that %s', (_, period) => {
    expect(statusOf(said(period))).toBe('consent-period-invalid');
  });
});

describe('a consent', () => {
  const wanted = { to: receiver, purpose: 'service-provision', fieldGroups: ['identity'] } as const;

  it('covers its recipients, purposes and groups of fields, in its period', () => {
    expect(whyNotCovered(aConsent(), wanted, aChild, night)).toBeUndefined();
  });

  it.each<[string, Partial<Consent>, Partial<Wanted>?]>([
    ['consent-does-not-cover', {}, { to: stranger }],
    ['consent-does-not-cover', {}, { purpose: 'law-enforcement' }],
    ['consent-does-not-cover', {}, { fieldGroups: ['identity-number'] }],
    ['consent-not-yet-valid', { validFrom: later }],
    ['consent-does-not-cover', { status: 'inactive' }],
    ['consent-expired', { validTo: night }],
    ['consent-expired', { status: 'expired' }],
    ['consent-withdrawn', { status: 'withdrawn' }],
    ['consent-withdrawn', { status: 'entered-in-error' }],
  ])('does not carry what it was not given for: %s', (reason, consent, more = {}) => {
    expect(whyNotCovered(aConsent(consent), { ...wanted, ...more }, aChild, night)).toBe(reason);
  });

  it('does not carry what was said by someone whose word does not count any more', () => {
    expect(whyNotCovered(aConsent(), wanted, anAdult, night)).toBe('consent-giver-not-entitled');
    const ofParent = aConsent({ givenBy: 'by-parent' });
    expect(whyNotCovered(ofParent, wanted, ofSuspectGuardian, night)).toBe('guardian-is-suspect');
  });

  it('is withdrawn by whoever may speak, also after its period, and once', () => {
    const how = { by: 'by-safe-adult', reason: 'withdrawn' } as const;
    const outcome = end(aConsent({ status: 'expired' }), how, aChild, later);
    expect(outcome).toMatchObject({ ok: true, value: { status: 'withdrawn', version: 2, endedAt: later } });
    expect(outcome.ok && end(outcome.value, how, aChild, later)).toMatchObject({
      reason: 'consent-not-active',
    });
    expect(end(aConsent({ status: 'inactive' }), how, aChild, later)).toMatchObject({
      reason: 'consent-not-active',
    });
  });

  it('is withdrawn by the child at any age, by no suspect, and by no parent of an adult', () => {
    const by = (giver: 'by-child' | 'by-parent', subject = aChild) => {
      const outcome = end(aConsent(), { by: giver, reason: 'withdrawn' }, subject, later);
      return outcome.ok ? 'done' : outcome.reason;
    };
    expect(by('by-child')).toBe('done');
    expect(by('by-child', anAdult)).toBe('done');
    expect(by('by-parent', anAdult)).toBe('consent-giver-not-entitled');
    expect(by('by-parent', ofSuspectGuardian)).toBe('guardian-is-suspect');
  });

  it('that was a mistake is taken back without anybody’s word', () => {
    const how = { by: 'by-parent', reason: 'entered-in-error' } as const;
    expect(end(aConsent(), how, anAdult, later)).toMatchObject({
      ok: true,
      value: { status: 'entered-in-error' },
    });
  });

  it('runs out at the very instant, and once', () => {
    const consent = aConsent({ validTo: later });
    expect(expire(consent, night)).toBeUndefined();
    const expired = expire(consent, later);
    expect(expired).toMatchObject({ status: 'expired', version: 2, endedAt: later });
    expect(expired && expire(expired, later)).toBeUndefined();
  });
});
