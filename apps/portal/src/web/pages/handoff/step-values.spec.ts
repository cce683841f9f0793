import { rejectionReason } from '@rujukan/contracts';
import { reasonsOf, steps } from '../../data/handoff-steps.js';
import { emptyStep, needsNote, reasonsNotFor, wordsOf } from './step-values.js';

const full = {
  reason: 'no-capacity',
  outcome: 'service-provided',
  note: ' Besok pagi. ',
  agencyId: 'an-agency',
  serviceId: '',
  purpose: ' Tempat aman ',
};

describe('what goes with a step', () => {
  it('is what the step asks for and nothing that was written for another', () => {
    expect(wordsOf({ ...full, action: 'start' })).toEqual({});
    expect(wordsOf({ ...full, action: 'waitlist' })).toEqual({ note: 'Besok pagi.' });
    expect(wordsOf({ ...full, action: 'roll-back' })).toEqual({ reason: 'no-capacity' });
    expect(wordsOf({ ...full, action: 'reject' })).toEqual({ reason: 'no-capacity', note: 'Besok pagi.' });
    expect(wordsOf({ ...full, action: 'complete' })).toEqual({
      outcome: 'service-provided',
      note: 'Besok pagi.',
    });
    expect(wordsOf({ ...full, action: 'refer-onward' })).toEqual({
      to: { agencyId: 'an-agency' },
      purpose: 'Tempat aman',
      note: 'Besok pagi.',
    });
  });

  it('needs a word where a code explains nothing', () => {
    expect(needsNote({ action: 'reject', reason: 'other' })).toBe(true);
    expect(needsNote({ action: 'reject', reason: 'no-capacity' })).toBe(false);
    expect(needsNote({ action: 'recall', reason: 'other' })).toBe(true);
    expect(needsNote(emptyStep('hold'))).toBe(false);
  });

  it.each([
    ['recall', 'wrong-receiver'],
    ['hold', 'child-in-hospital'],
    ['request-cancel', 'child-declines'],
    ['refuse-cancel', 'still-needed'],
    ['enter-in-error', 'wrong-child'],
  ] as const)('asks why of whoever takes the step %s', (action, reason) => {
    expect(steps[action].asks).toBe('reason-and-word');
    expect(reasonsOf(action).codes).toEqual(expect.arrayContaining([reason, 'other']));
    expect(wordsOf({ ...full, action, reason })).toEqual({ reason, note: 'Besok pagi.' });
  });

  it('offers only questions to whoever gives a handoff back', () => {
    expect(reasonsNotFor('return')).toContain('no-capacity');
    expect(reasonsNotFor('return')).not.toContain('insufficient-information');
    expect(rejectionReason.codes.filter((code) => reasonsNotFor('reject').includes(code))).toEqual([]);
  });
});
