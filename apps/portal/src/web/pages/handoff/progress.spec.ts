import type { HandoffStatus } from '../../data/handoffs.js';
import { stepsOf } from './progress.js';

const t = {
  stepSent: 'sent',
  stepConfirmed: 'confirmed',
  stepAccepted: 'accepted',
  stepInService: 'service',
  stepCompleted: 'completed',
};

/** The last of the states is the present one. */
const walk = (kind: 'referral' | 'transfer', ...states: HandoffStatus[]) =>
  stepsOf({ kind, status: states.at(-1)! }, states, { t, state: 'elsewhere' }).map(
    (step) => `${step.name} ${step.state}`,
  );

describe('the progress of a handoff', () => {
  it('begins with being sent, and asks nobody to confirm', () => {
    expect(walk('referral', 'requested')).toEqual([
      'sent current',
      'accepted todo',
      'service todo',
      'completed todo',
    ]);
  });

  it('shows that it was confirmed where it was', () => {
    expect(walk('referral', 'requested', 'received').slice(0, 3)).toEqual([
      'sent done',
      'confirmed current',
      'accepted todo',
    ]);
    expect(walk('referral', 'requested', 'received', 'accepted').slice(0, 3)).toEqual([
      'sent done',
      'confirmed done',
      'accepted current',
    ]);
  });

  it('does not say confirmed of what was accepted at once', () => {
    expect(walk('referral', 'requested', 'accepted')).toEqual([
      'sent done',
      'accepted current',
      'service todo',
      'completed todo',
    ]);
  });

  it('ends with being completed, and leaves out a service that nobody recorded', () => {
    expect(walk('referral', 'requested', 'accepted', 'in-progress', 'completed')).toEqual([
      'sent done',
      'accepted done',
      'service done',
      'completed done',
    ]);
    expect(walk('referral', 'requested', 'accepted', 'completed')).toEqual([
      'sent done',
      'accepted done',
      'completed done',
    ]);
  });

  it('shows where it stopped, in words, and nothing after it', () => {
    expect(walk('referral', 'requested', 'rejected')).toEqual(['sent done', 'elsewhere failed']);
    expect(walk('referral', 'requested', 'accepted', 'not-completed')).toEqual([
      'sent done',
      'accepted done',
      'elsewhere failed',
    ]);
  });

  it('shows where it waits, and what is still to come', () => {
    expect(walk('referral', 'requested', 'accepted', 'waitlisted')).toEqual([
      'sent done',
      'accepted done',
      'elsewhere current',
      'service todo',
      'completed todo',
    ]);
  });

  it('is over for a transfer once it is accepted', () => {
    expect(walk('transfer', 'requested', 'accepted')).toEqual(['sent done', 'accepted done']);
  });

  it('knows that it was sent while its past is on its way', () => {
    expect(stepsOf({ kind: 'referral', status: 'accepted' }, [], { t, state: '' })[0]).toEqual({
      name: 'sent',
      state: 'done',
    });
  });
});
