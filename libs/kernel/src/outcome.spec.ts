import { done, refuse, type Outcome } from './outcome.js';

describe('an outcome', () => {
  it('is a value when it went well', () => {
    expect(done({ id: 1 })).toEqual({ ok: true, value: { id: 1 } });
  });

  it('is a reason when the business says no, with what the caller can do about it if there is something', () => {
    expect(refuse('full')).toEqual({ ok: false, reason: 'full' });
    expect(refuse('full', { next: 'tomorrow' })).toEqual({
      ok: false,
      reason: 'full',
      details: { next: 'tomorrow' },
    });
  });

  it('shows which of the two it is', () => {
    const outcomes: Outcome<number, 'full'>[] = [done(1), refuse('full')];
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.reason))).toEqual([1, 'full']);
  });
});
