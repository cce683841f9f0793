import fc from 'fast-check';
import { place, type Progress } from './numbering.js';

const nothing: Progress = { last: 0, gaps: [] };
const after = (...numbers: number[]): Progress =>
  numbers.reduce((progress, number) => place(progress, number).progress, nothing);

describe('the numbers of a source', () => {
  it('continue one by one', () => {
    expect(place(after(1, 2), 3)).toEqual({ kind: 'next', progress: { last: 3, gaps: [] } });
  });

  it('leave a gap when some are skipped', () => {
    const gap = { from: 3, to: 6, missing: 4 };
    expect(place(after(1, 2), 7)).toEqual({
      kind: 'ahead',
      progress: { last: 7, gaps: [gap] },
      skipped: gap,
    });
  });

  it('fill a gap when they come late, and close it with the last of them', () => {
    expect(place(after(1, 4), 3)).toEqual({
      kind: 'late',
      progress: { last: 4, gaps: [{ from: 2, to: 3, missing: 1 }] },
    });
    expect(after(1, 4, 3, 2)).toEqual({ last: 4, gaps: [{ from: 2, to: 3, missing: 0 }] });
  });

  it('are noticed when they were given to another entry before', () => {
    expect(place(after(1, 2, 3), 2)).toEqual({ kind: 'reused', progress: after(1, 2, 3) });
  });

  it('leave no open gap once each of them has come, in whatever order', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 30 })
          .chain((count) => fc.shuffledSubarray(upTo(count), { minLength: count })),
        (numbers) => {
          const { last, gaps } = after(...numbers);
          expect(last).toBe(numbers.length);
          expect(gaps.filter((gap) => gap.missing > 0)).toEqual([]);
        },
      ),
    );
  });
});

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
