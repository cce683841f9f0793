import { stepsOf } from './progress.js';

const t = {
  stepSent: 'sent',
  stepConfirmed: 'confirmed',
  stepAccepted: 'accepted',
  stepInService: 'service',
  stepCompleted: 'completed',
};
const states = (kind: 'referral' | 'transfer', status: Parameters<typeof stepsOf>[0]['status']) =>
  stepsOf({ kind, status }, t, 'stopped').map((step) => `${step.name} ${step.state}`);

describe('the progress of a handoff', () => {
  it('begins with being sent', () => {
    expect(states('referral', 'requested')).toEqual([
      'sent current',
      'confirmed todo',
      'accepted todo',
      'service todo',
      'completed todo',
    ]);
  });

  it('ends with being completed', () => {
    expect(states('referral', 'completed').every((step) => step.endsWith('done'))).toBe(true);
  });

  it('shows where it stopped, in words', () => {
    expect(states('referral', 'rejected').slice(0, 4)).toEqual([
      'sent done',
      'confirmed done',
      'stopped failed',
      'service todo',
    ]);
    expect(states('referral', 'not-completed').at(-1)).toBe('stopped failed');
  });

  it('is over for a transfer once it is accepted', () => {
    expect(states('transfer', 'accepted')).toEqual(['sent done', 'confirmed done', 'accepted done']);
  });
});
