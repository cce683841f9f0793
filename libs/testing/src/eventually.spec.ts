import { eventually } from './eventually.js';

describe('eventually', () => {
  it('returns what the probe saw at last', async () => {
    let calls = 0;
    expect(
      await eventually('the third call', () => (++calls === 3 ? calls : undefined), { everyMs: 1 }),
    ).toBe(3);
  });

  it('waits through errors of the probe', async () => {
    let calls = 0;
    const probe = () => {
      if (++calls < 3) throw new Error('not yet');
      return 'here';
    };
    expect(await eventually('it', probe, { everyMs: 1 })).toBe('here');
  });

  it('says what was never seen, and why', async () => {
    const probe = () => Promise.reject(new Error('no such plan'));
    await expect(eventually('the plan to appear', probe, { withinMs: 30, everyMs: 5 })).rejects.toThrow(
      'waited 30 ms for the plan to appear; never seen: no such plan',
    );
  });
});
