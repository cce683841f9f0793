import { planForm, toPlan } from './plan-form.js';

describe('the plan form', () => {
  it('reads one action from each line and leaves empty lines out', () => {
    expect(toPlan({ objective: ' safe ', actions: ' one\n\n two \n', plannedEnd: '' })).toEqual({
      objective: 'safe',
      actions: ['one', 'two'],
    });
  });

  it('gives back the plan that it was opened with', () => {
    const plan = { objective: 'safe', actions: ['one', 'two'], plannedEnd: '2025-12-31' };
    const stored = { ...plan, id: 'p', version: 1, agencyId: 'a', agreedAt: '2025-11-03T02:00:00Z' };
    expect(toPlan(planForm(stored))).toEqual(plan);
  });
});
