import { emergencyGroups, emergencyReason } from '@rujukan/contracts';
import { contextFor } from '@rujukan/testing';
import { beginEmergency, isRunning, mayReviewEmergency, review, statusOf } from './emergency.js';
import type { CaseFile } from './case.js';
import { agencyId, caseId } from './ids.js';

const hospital = agencyId('0195718e-5a00-7000-8000-0000000000a1');
const uptd = agencyId('0195718e-5a00-7000-8000-0000000000a2');
const stranger = agencyId('0195718e-5a00-7000-8000-0000000000a3');
const now = new Date('2026-03-07T20:00:00.000Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const file = {
  id: caseId('0195718e-5a00-7000-8000-0000000000c1'),
  custodianAgencyId: uptd,
} as CaseFile;
const { actor } = contextFor({ agencyId: hospital, roles: ['health-provider'] });
const access = beginEmergency(file, { id: 'one', actor, agency: hospital, reason: 'medical-emergency', now });

const someone = (agency: string, role: string) => contextFor({ agencyId: agency, roles: [role] }).actor;

describe('access in an emergency', () => {
  it('is over after exactly an hour', () => {
    expect(isRunning(access, after(60 - 1 / 60_000))).toBe(true);
    expect(isRunning(access, after(60))).toBe(false);
    expect([statusOf(access, after(59)), statusOf(access, after(60))]).toEqual([
      'running',
      'awaiting-review',
    ]);
  });

  it('is to be reviewed within a day, by whose case it is', () => {
    expect(access).toMatchObject({ custodianAgencyId: uptd, reviewDueAt: after(24 * 60) });
  });

  it.each(emergencyReason.codes)('shows for %s who the child is, and nothing of what happened', (reason) => {
    const groups = emergencyGroups(reason);
    expect(groups).toEqual(expect.arrayContaining(['identity', 'safety', 'needs']));
    for (const kept of ['allegation', 'exploitation', 'factors', 'identity-number', 'police-report-number'])
      expect(groups).not.toContain(kept);
  });

  it('shows where the child is only to whoever must save her', () => {
    const shown = emergencyReason.codes.filter((reason) =>
      emergencyGroups(reason).includes('current-location'),
    );
    expect(shown).toEqual(['immediate-danger']);
  });

  it('shows nothing for a reason that is not on the list', () => {
    expect([...emergencyGroups('curiosity'), ...emergencyGroups('constructor')]).toEqual([]);
  });
});

describe('its review', () => {
  it.each([
    ['the custodian’s supervisor', someone(uptd, 'supervisor'), { ok: true, value: uptd }],
    ['oversight', someone(stranger, 'oversight-commissioner'), { ok: true, value: stranger }],
    ['a supervisor of a third agency', someone(stranger, 'supervisor'), { ok: false, reason: 'not-found' }],
    [
      'the supervisor of whoever opened it',
      someone(hospital, 'supervisor'),
      { ok: false, reason: 'reviewer-of-own-agency' },
    ],
  ])('is asked of %s', (_, who, answer) => {
    expect(mayReviewEmergency(who, access)).toEqual(answer);
  });

  it('ends what still runs, and leaves the end of what is over', () => {
    expect(review(access, { finding: 'justified' }, after(5))).toMatchObject({
      value: { endedAt: after(5), version: 2 },
    });
    expect(review(access, { finding: 'justified' }, after(600))).toMatchObject({
      value: { endedAt: after(60) },
    });
  });

  it('says why, unless all was well', () => {
    expect(review(access, { finding: 'misuse-suspected' }, after(5))).toEqual({
      ok: false,
      reason: 'finding-note-missing',
    });
  });

  it('is given once', () => {
    const given = review(access, { finding: 'justified' }, after(5));
    if (!given.ok) throw new Error(given.reason);
    expect(statusOf(given.value, after(6))).toBe('reviewed');
    expect(review(given.value, { finding: 'justified' }, after(6))).toMatchObject({
      reason: 'emergency-access-reviewed',
    });
  });
});
