import { stepsFor } from './handoff-steps.js';

describe('the steps that are offered', () => {
  it('are those that are allowed and no other', () => {
    expect(stepsFor({ allowedActions: ['recall', 'enter-in-error'] })).toEqual(['recall', 'enter-in-error']);
    expect(stepsFor({ allowedActions: [] })).toEqual([]);
  });

  it('leave out what the page has no words for', () => {
    const allowedActions = ['accept', 'fly-away'];
    expect(stepsFor({ allowedActions })).toEqual(['accept']);
  });

  it('have one way to complete, whatever the outcome', () => {
    expect(stepsFor({ allowedActions: ['fail', 'complete'] })).toEqual(['complete']);
    expect(stepsFor({ allowedActions: ['fail'] })).toEqual(['fail']);
  });
});
