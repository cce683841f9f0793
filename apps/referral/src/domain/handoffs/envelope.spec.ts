import { shareProfiles } from '@rujukan/contracts';
import { contextFor } from '@rujukan/testing';
import { caseReference, envelope, isRevealed, previewFields, readableParts } from './envelope.js';
import { aHandoff, everyStatus, later, night, receiver, sender, terms } from '../fixtures/a-handoff.js';
import { manifestOf } from '../disclosures/manifest.js';

const names = {
  from: { agencyId: sender, code: 'uptd-ptk', name: 'UPTD PPA Kota Pontianak (Demo)' },
  to: { agencyId: receiver, code: 'plat', name: 'PLAT Kota Pontianak (Demo)' },
};

/** The whole of what a shelter reads before it has accepted. One member more, and the build stops here. */
const golden = {
  id: terms.id,
  number: 'R-7Q4M2X9A-H',
  kind: 'referral',
  status: 'requested',
  version: 3,
  from: names.from,
  to: { ...names.to, serviceId: terms.serviceId },
  serviceType: 'emergency-shelter',
  priority: 'stat',
  riskLevel: 'high',
  ageBand: '13-15',
  sex: 'female',
  areaCode: '61.71.02',
  languages: ['id'],
  hasDisability: false,
  lawfulBasis: { code: 'vital-interest' },
  shareProfile: 'shelter-placement',
  willShare: ['identity', 'safety', 'needs', 'guardian'],
  requestedAt: '2025-10-25T14:30:00.000Z',
  dueAt: '2025-10-25T17:30:00.000Z',
  allowedActions: ['receive', 'accept', 'reject', 'return', 'refer-onward'],
};

/** Who may take every step, unless it is said what she is. */
const seenBy = (now: Date, roles = ['supervisor']) => contextFor({ agencyId: receiver, roles, now });

const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the envelope', () => {
  it('is exactly this for the receiver', () => {
    expect(written(envelope(aHandoff('requested'), 'receiver', names, seenBy(later)))).toEqual(golden);
  });

  it('is the same for the sender, who cannot answer', () => {
    expect(written(envelope(aHandoff('requested'), 'sender', names, seenBy(later)))).toEqual({
      ...golden,
      allowedActions: ['recall', 'enter-in-error'],
    });
  });

  it('says why and how it ended', () => {
    expect(envelope(aHandoff('rejected'), 'sender', names, seenBy(later))).toMatchObject({
      statusReason: 'no-capacity',
    });
    expect(envelope(aHandoff('completed'), 'sender', names, seenBy(later))).toMatchObject({
      outcome: 'service-provided',
    });
  });

  it.each(['sender', 'receiver'] as const)('offers the %s to roll back for seven days, no longer', (side) => {
    const transfer = aHandoff('accepted', { kind: 'transfer' });
    const last = new Date(night.getTime() + 7 * 24 * 3_600_000);
    expect(envelope(transfer, side, names, seenBy(last)).allowedActions).toContain('roll-back');
    const after = new Date(last.getTime() + 1);
    expect(envelope(transfer, side, names, seenBy(after)).allowedActions).not.toContain('roll-back');
  });

  it.each([
    ['requested', 'sender', 'case-worker', []],
    ['requested', 'sender', 'intake-officer', ['recall', 'enter-in-error']],
    ['requested', 'receiver', 'case-worker', ['receive', 'accept', 'reject', 'return', 'refer-onward']],
    ['requested', 'receiver', 'auditor', []],
  ] as const)('offers, %s, the %s’s %s only what her role may do', (status, side, role, offered) => {
    const seen = envelope(aHandoff(status), side, names, seenBy(later, [role]));
    expect(seen.allowedActions).toEqual(offered);
  });

  it('offers a roll-back to who may sign it and to nobody else', () => {
    const transfer = aHandoff('accepted', { kind: 'transfer' });
    const offered = (role: string) =>
      envelope(transfer, 'sender', names, seenBy(later, [role])).allowedActions;
    expect(offered('supervisor')).toContain('roll-back');
    expect(offered('case-manager')).not.toContain('roll-back');
  });

  it('never says which case it is, in any state', () => {
    for (const status of everyStatus) {
      const text = JSON.stringify(envelope(aHandoff(status), 'receiver', names, seenBy(later)));
      expect(text).not.toContain(terms.caseId);
      expect(text).not.toContain(terms.caseNumber);
    }
  });

  it('promises no field to a consultation', () => {
    const manifest = manifestOf('consultation', 'shelter-placement');
    expect(envelope(aHandoff('requested', { manifest }), 'receiver', names, seenBy(later)).willShare).toEqual(
      [],
    );
  });

  it('says nothing of the child once the preview is purged', () => {
    const { child: _, ...purged } = terms;
    const handoff = { ...aHandoff('rejected'), terms: purged };
    const seen = written(envelope(handoff, 'receiver', names, seenBy(later))) as object;
    for (const field of previewFields) expect(seen).not.toHaveProperty(field);
    expect(seen).toMatchObject({ number: terms.number, status: 'rejected', statusReason: 'no-capacity' });
  });

  it('promises what the profile says, and nothing else', () => {
    expect(envelope(aHandoff('requested'), 'receiver', names, seenBy(later)).willShare).toBe(
      shareProfiles['shelter-placement'].fieldGroups,
    );
  });
});

describe('what is in it', () => {
  const open = ['accepted', 'waitlisted', 'on-hold', 'in-progress', 'cancel-requested'];

  it.each(everyStatus)('is for the receiver from acceptance to the end: %s', (status) => {
    const handoff = aHandoff(status);
    const isOpen = open.includes(status);
    expect(isRevealed(handoff, 'receiver')).toBe(isOpen);
    expect(readableParts(handoff, 'receiver')).toEqual(isOpen ? ['purpose', 'note', 'reply'] : []);
    expect(caseReference(handoff, 'receiver')).toEqual(
      isOpen ? { caseId: terms.caseId, caseNumber: terms.caseNumber } : {},
    );
  });

  it.each(everyStatus)('is for the sender always: %s', (status) => {
    expect(isRevealed(aHandoff(status), 'sender')).toBe(true);
    expect(caseReference(aHandoff(status, { kind: 'consultation' }), 'sender')).toEqual({
      caseId: terms.caseId,
      caseNumber: terms.caseNumber,
    });
  });

  it('stays open for the new custodian when the transfer has ended', () => {
    expect(isRevealed(aHandoff('completed', { kind: 'transfer' }), 'receiver')).toBe(true);
    expect(isRevealed(aHandoff('rejected', { kind: 'transfer' }), 'receiver')).toBe(false);
  });

  it('names no case to who is only asked for advice', () => {
    const advice = aHandoff('accepted', { kind: 'consultation' });
    expect(readableParts(advice, 'receiver')).toContain('purpose');
    expect(caseReference(advice, 'receiver')).toEqual({});
  });
});
