import { warned } from './warned.js';

const hour = 3_600_000;
const from = new Date('2026-03-07T20:00:00.000Z');
const after = (hours: number) => new Date(from.getTime() + hours * hour);
const duty = { from, dueAt: after(72) };

it.each([
  [0, undefined],
  [35.9, undefined],
  [36, 50],
  [57.5, 50],
  [57.6, 80],
  [71.9, 80],
  [72, 100],
  [500, 100],
])('after %d of 72 hours the warning is %s', (hours, expected) => {
  expect(warned(duty, after(hours))).toBe(expected);
});

it('is over once the duty is done, late or not', () => {
  expect(warned({ ...duty, doneAt: after(80) }, after(90))).toBeUndefined();
});
