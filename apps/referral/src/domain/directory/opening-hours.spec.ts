import { localTime } from '../local-time.js';
import { isOpenAt, weekdays, type OpeningHours } from './opening-hours.js';

const office: OpeningHours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '08:00', closes: '16:00' };
const always: OpeningHours = { days: weekdays, opens: '00:00', closes: '24:00' };

describe('opening hours', () => {
  it.each([
    ['2025-11-03T01:00:00Z', true],
    ['2025-11-03T00:59:00Z', false],
    ['2025-11-03T08:59:00Z', true],
    ['2025-11-03T09:00:00Z', false],
    ['2025-11-02T03:00:00Z', false],
    ['2025-11-02T17:30:00Z', false],
  ])('of an office, in western Indonesian time: %s', (at, isOpen) => {
    expect(isOpenAt([office], new Date(at))).toBe(isOpen);
  });

  it('may have no end', () => {
    expect(isOpenAt([always], new Date('2025-11-02T16:59:00Z'))).toBe(true);
    expect(isOpenAt([office, always], new Date('2025-11-02T17:00:00Z'))).toBe(true);
  });

  it('are unknown where nobody said', () => {
    expect(isOpenAt([], new Date('2025-11-03T01:00:00Z'))).toBeUndefined();
  });
});

it('begins the day at five in the afternoon of Greenwich', () => {
  expect(localTime(new Date('2025-11-02T16:59:59Z'))).toEqual({
    day: '2025-11-02',
    weekday: 6,
    time: '23:59',
  });
  expect(localTime(new Date('2025-11-02T17:00:00Z'))).toEqual({
    day: '2025-11-03',
    weekday: 0,
    time: '00:00',
  });
});
