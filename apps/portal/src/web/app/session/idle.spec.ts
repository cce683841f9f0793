import { idleStage, lockAfterMs, tripleShift, warnAfterMs } from './idle.js';

const limitMs = 20 * 60_000;

describe('an idle page', () => {
  it.each([
    [0, 'busy'],
    [lockAfterMs - 1, 'busy'],
    [lockAfterMs, 'lock'],
    [warnAfterMs, 'warn'],
    [limitMs - 1, 'warn'],
    [limitMs, 'end'],
  ])('after %d ms is in stage %s', (idle, stage) => {
    expect(idleStage(idle, limitMs)).toBe(stage);
  });
});

describe('Shift, three times', () => {
  const press = (keys: readonly [string, number][]) => {
    let hidden = 0;
    const onKey = tripleShift(() => hidden++);
    for (const [key, at] of keys) onKey({ key, repeat: false }, at);
    return hidden;
  };

  it('hides the screen', () => {
    expect(
      press([
        ['Shift', 0],
        ['Shift', 500],
        ['Shift', 1_000],
      ]),
    ).toBe(1);
  });

  it('does not hide it while somebody types capitals, or takes their time', () => {
    expect(
      press([
        ['Shift', 0],
        ['A', 100],
        ['Shift', 200],
        ['Shift', 300],
      ]),
    ).toBe(0);
    expect(
      press([
        ['Shift', 0],
        ['Shift', 2_000],
        ['Shift', 4_000],
      ]),
    ).toBe(0);
  });
});
