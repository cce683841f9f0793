import { edges, isRecorded, mains, programs, records, reviewedEdges } from './gates/acts.js';
import { filesIn } from './gates/sources.js';

describe('every consumer and every timer', () => {
  const all = edges();

  it('is found here', () => {
    expect(all.length).toBeGreaterThan(15);
    expect(all.some((path) => path.startsWith('libs/'))).toBe(true);
  });

  it('leaves an entry, or is on the list of those that need not', () => {
    expect(all.filter((path) => !isRecorded(path))).toEqual(Object.keys(reviewedEdges).sort());
  });
});

describe('every program', () => {
  it('is known here', () => {
    expect(mains()).toEqual(Object.keys(programs).sort());
  });

  it('is recorded where the list says', () => {
    const places = Object.values(programs).flatMap((program) =>
      'records' in program ? [program.records] : [],
    );
    expect([...new Set(places)].filter((path) => !records(path))).toEqual([]);
  });
});

describe('an edge that says nothing', () => {
  it('is noticed', () => {
    const planted = filesIn('test/architecture/fixtures/acts', /\.timer\.ts$/);
    expect(planted.map((path) => [path.split('/').at(-1), isRecorded(path)])).toEqual([
      ['loud.timer.ts', true],
      ['quiet.timer.ts', false],
    ]);
  });
});
