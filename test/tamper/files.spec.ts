import { anHonestLog, hourOf, receiptIndex, type HonestLog } from './support/honest-log.js';
import { movesOnFiles } from './support/moves-on-files.js';
import { attacks } from './support/told.js';
import { askAll, watch } from './support/verifiers.js';

/** A moment after most heads, so that none but the old ones has stalled. */
const readAt = hourOf(740);

let honest: HonestLog;
beforeEach(async () => {
  honest = await anHonestLog();
  expect(await watch(honest, hourOf(700))).toEqual({ exit: 0, says: [] });
});
afterEach(() => {
  honest.folder.remove();
  honest.readers.remove();
});

const moves = attacks.flatMap(({ attack, moves }) =>
  moves.map(({ move, found }) => ({ attack, move, found })),
);

describe('the log as files, before anybody touched it', () => {
  it('is found whole by every verifier', async () => {
    expect(await askAll(honest, receiptIndex, hourOf(701))).toEqual({});
  });
});

describe('whoever may write every file', () => {
  it('has fourteen attacks, each told and each found in every way in which it is done', () => {
    const told = (list: typeof attacks) =>
      list.map(({ attack, moves }) => [attack, moves.map(({ move }) => move)]);
    const done = Object.entries(movesOnFiles).map(([attack, ways]) => [attack, Object.keys(ways)]);
    expect(told(attacks)).toEqual(done);
    expect(attacks).toHaveLength(14);
    expect(moves.filter(({ found }) => Object.keys(found).length === 0)).toEqual([]);
  });

  it.each(moves)('is found out: $attack, $move', async ({ attack, move, found }) => {
    await movesOnFiles[attack]![move]!(honest);
    expect(await askAll(honest, receiptIndex, readAt)).toEqual(found);
  });
});
