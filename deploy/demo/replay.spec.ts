import { duration } from './replay.mjs';

describe('time in a story', () => {
  it.each([
    ['+2:35', 2 * 3_600_000 + 35 * 60_000],
    ['+5d', 5 * 86_400_000],
    ['-49d 11h', -(49 * 86_400_000 + 11 * 3_600_000)],
    ['-8d 11:30', -(8 * 86_400_000 + 11 * 3_600_000 + 30 * 60_000)],
  ])('%s is a duration', (text, ms) => expect(duration(text)).toBe(ms));

  it('refuses what is no duration', () => expect(() => duration('+tomorrow')).toThrow('not a duration'));
});
