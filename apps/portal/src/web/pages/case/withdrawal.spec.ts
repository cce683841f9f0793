import { toWithdrawal } from './withdrawal.js';

describe('a consent that is taken back', () => {
  it('is sent in the name of whoever takes it back, with the note where there is one', () => {
    const form = { reason: 'withdrawn', by: 'by-child', note: ' Disampaikan langsung. ' };
    expect(toWithdrawal(form, 'by-parent')).toEqual({
      reason: 'withdrawn',
      by: 'by-child',
      note: 'Disampaikan langsung.',
    });
    expect(toWithdrawal({ ...form, note: ' ' }, 'by-parent')).not.toHaveProperty('note');
  });

  it('was never given where it was a mistake: nobody is said to have taken it back', () => {
    const form = { reason: 'entered-in-error', by: 'by-child', note: '' };
    expect(toWithdrawal(form, 'by-parent')).toEqual({ reason: 'entered-in-error', by: 'by-parent' });
  });
});
