import * as fc from 'fast-check';
import { RecordVersions } from './record-versions.js';
import { SourceNumbers } from './source-numbers.js';

const id = (at: number) => `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;

describe('the numbers of a source', () => {
  it('have no hole when all came, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), (order) => {
        const sources = new SourceNumbers();
        expect(order.map((number) => sources.take('intake', number, 0))).not.toContain(false);
        expect(sources.gaps(0, 0)).toEqual([]);
        expect(sources.summary()).toEqual(['intake 8']);
      }),
    );
  });

  it('show every hole, with its age', () => {
    const sources = new SourceNumbers();
    for (const [number, time] of [
      [1, 0],
      [4, 10],
      [9, 90],
      [6, 95],
    ] as const)
      sources.take('intake', number, time);
    const holes = sources.gaps(100, 50).map(({ gap: { from, to }, isOld }) => [from, to, isOld]);
    expect(holes).toEqual([
      [2, 3, true],
      [5, 5, false],
      [7, 8, false],
    ]);
  });

  it('are used once', () => {
    const sources = new SourceNumbers();
    expect([1, 3, 3, 2, 2, 1].map((number) => sources.take('intake', number, 0))).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('go on from where somebody stopped to look', () => {
    const before = new SourceNumbers();
    for (const number of [1, 2, 5]) before.take('intake', number, 7);
    const after = new SourceNumbers(JSON.parse(JSON.stringify(before.state())));
    expect([3, 5, 6].map((number) => after.take('intake', number, 8))).toEqual([true, false, true]);
    expect(after.gaps(8, 0).map(({ gap }) => gap)).toEqual([{ from: 4, to: 4, since: 7 }]);
  });

  it('may have holes where only the broker numbered', () => {
    const sources = new SourceNumbers();
    sources.take('audit.entries/0', 12, 0);
    expect(sources.gaps(0, 0)).toEqual([]);
  });
});

const aCase = { source: 'intake', type: 'case', id: id(1) };
const holes = (versions: RecordVersions, now = 100, grace = 0) =>
  versions
    .missing(now, grace)
    .map(({ record, from, to, isOld }) => ({ record, from, to, ...(isOld ? {} : { isOld }) }));

describe('the versions of a record', () => {
  it('have no hole when all came, in whatever order and more than once', () => {
    const versions = new RecordVersions();
    for (const version of [2, 1, 1, 3, 5, 4, 2]) versions.take(aCase, version, 0);
    expect(holes(versions)).toEqual([]);
    expect(versions.numbered).toBe(1);
  });

  it('show what is missing, for each record by its type', () => {
    const versions = new RecordVersions();
    for (const version of [1, 4, 6]) versions.take(aCase, version, 0);
    versions.take({ source: 'referral', type: 'custody', id: id(1) }, 1, 0);
    versions.take({ source: 'referral', type: 'agency', id: 'polres' }, 3, 0);
    expect(holes(versions)).toEqual([
      { record: `case ${id(1)}`, from: 2, to: 3 },
      { record: 'agency polres', from: 1, to: 2 },
    ]);
  });

  it('may still come for a while, counted from the first that came after them', () => {
    const versions = new RecordVersions();
    for (const [version, time] of [
      [1, 0],
      [3, 40],
      [6, 90],
    ] as const)
      versions.take(aCase, version, time);
    const hole = { record: `case ${id(1)}`, from: 2, to: 2 };
    expect(holes(versions, 99, 60)).toEqual([{ ...hole, isOld: false }]);
    expect(holes(versions, 100, 60)).toEqual([hole]);
    versions.take(aCase, 2, 95);
    expect(holes(versions, 149, 60)).toEqual([{ ...hole, from: 4, to: 5, isOld: false }]);
  });

  it('are not asked of a record that is once written without one', () => {
    const versions = new RecordVersions();
    for (const version of [1, 5, null, 9]) versions.take(aCase, version, 0);
    expect(holes(versions)).toEqual([]);
    expect(versions.numbered).toBe(0);
  });

  it('of one source do not fill the holes of another', () => {
    const versions = new RecordVersions();
    for (const version of [1, 3]) versions.take(aCase, version, 0);
    for (const version of [1, 2]) versions.take({ ...aCase, source: 'victim-services' }, version, 0);
    versions.take({ ...aCase, source: 'referral' }, null, 0);
    expect(holes(versions)).toEqual([{ record: `case ${id(1)}`, from: 2, to: 2 }]);
  });

  it('are kept apart for a hundred thousand records', () => {
    const versions = new RecordVersions();
    for (let round = 1; round <= 2; round += 1)
      for (let at = 0; at < 100_000; at += 1) versions.take({ ...aCase, id: id(at) }, round, 0);
    versions.take({ ...aCase, id: id(77_777) }, 4, 0);
    expect(versions.numbered).toBe(100_000);
    expect(holes(versions)).toEqual([{ record: `case ${id(77_777)}`, from: 3, to: 3 }]);
  });
});
