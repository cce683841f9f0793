import fc from 'fast-check';
import { agree } from './plan.js';

describe('a plan', () => {
  it('is agreed where there was none', () => {
    expect(agree(0, 0)).toEqual({ ok: true, value: 1 });
  });

  it('is not revised over the head of someone who revised it meanwhile', () => {
    expect(agree(3, 2)).toMatchObject({ reason: 'stale-version', details: { currentVersion: 3 } });
  });

  it('counts its revisions without a gap, whoever else tries', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (attempts) => {
        let version = 0;
        for (const seen of attempts) {
          const outcome = agree(version, seen);
          expect(outcome.ok).toBe(seen === version);
          if (outcome.ok) expect(outcome.value).toBe((version += 1));
        }
      }),
    );
  });
});
