import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockFrom, movableClock, systemClock } from './clock.js';

const day = 24 * 3_600_000;

describe('a clock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const file = join(folder, 'clock.json');
  let written = 0;
  // Two writes within a file system's tick would look like one.
  const move = (content: string) => {
    writeFileSync(file, content);
    utimesSync(file, new Date(++written * 1_000), new Date(written * 1_000));
  };
  const offset = (clock: { now(): Date; wall(): Date }) =>
    Math.round((clock.now().getTime() - clock.wall().getTime()) / 1_000) * 1_000 + 0;

  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the machine’s where no file is named', () => {
    expect(clockFrom(undefined)).toBe(systemClock);
    expect(offset(systemClock)).toBe(0);
  });

  it('is the machine’s while the file is not there', () => {
    expect(offset(movableClock(file))).toBe(0);
  });

  it('moves when the file says so, in every process at once, and back', () => {
    const [one, other] = [movableClock(file), clockFrom(file)];
    move(`{"offsetMs": ${3 * day}}`);
    expect([offset(one), offset(other)]).toEqual([3 * day, 3 * day]);
    move('{"offsetMs": -60000}');
    expect([offset(one), offset(other)]).toEqual([-60_000, -60_000]);
    rmSync(file);
    expect(offset(one)).toBe(0);
  });

  it('never moves the wall: tokens and time-outs keep real time', () => {
    move(`{"offsetMs": ${day}}`);
    const clock = movableClock(file);
    expect(Math.abs(clock.wall().getTime() - systemClock.wall().getTime())).toBeLessThan(1_000);
  });

  it.each(['', '{}', '{"offsetMs": "1"}', '{"offsetMs": 1.5}', 'soon'])(
    'refuses a file that holds %j',
    (content) => {
      move(content);
      const clock = movableClock(file);
      expect(() => clock.now()).toThrow();
      expect(() => clock.now()).toThrow();
    },
  );
});
