import type { Permission } from '@rujukan/authz';
import { stepsFor } from './handoff-steps.js';

const everything = () => true;

describe('the steps that are offered', () => {
  it('are those that are allowed and no other', () => {
    expect(stepsFor({ allowedActions: ['recall', 'enter-in-error'] }, everything)).toEqual([
      'recall',
      'enter-in-error',
    ]);
    expect(stepsFor({ allowedActions: [] }, everything)).toEqual([]);
  });

  it('leave out what this person may not do, and what the page has no words for', () => {
    const mayAnswer = (permission: Permission) => permission === 'handoff:answer';
    const allowedActions = ['accept', 'recall', 'roll-back', 'fly-away'];
    expect(stepsFor({ allowedActions }, mayAnswer)).toEqual(['accept']);
  });

  it('have one way to complete, whatever the outcome', () => {
    expect(stepsFor({ allowedActions: ['fail', 'complete'] }, everything)).toEqual(['complete']);
    expect(stepsFor({ allowedActions: ['fail'] }, everything)).toEqual(['fail']);
  });
});
