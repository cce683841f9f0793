import type { Entry } from '../../data/entries.js';
import { runsOf } from './runs.js';

const read = (seq: number, more: Partial<Entry> = {}) =>
  ({ seq, action: 'R', outcome: 'success', actor: { sub: 'p' }, subject: ['c'], ...more }) as Entry;
const seqs = (entries: readonly Entry[]) => runsOf(entries).map((run) => run.map(({ seq }) => seq));

describe('readings that follow each other', () => {
  it('are told together when one person reads about one case', () => {
    expect(seqs([read(4), read(3), read(2)])).toEqual([[4, 3, 2]]);
  });

  it('are told apart by person and by case', () => {
    expect(seqs([read(4), read(3, { actor: { sub: 'q' } }), read(2), read(1, { subject: [] })])).toEqual([
      [4],
      [3],
      [2],
      [1],
    ]);
  });

  it('never hide a change or a refusal', () => {
    expect(seqs([read(4), read(3, { action: 'U' }), read(2, { outcome: 'denied' }), read(1)])).toEqual([
      [4],
      [3],
      [2],
      [1],
    ]);
  });
});
