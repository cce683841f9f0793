import { dueAt, isWorkingDay } from './calendar.js';
import { holidays } from './holidays.js';

/** A moment as the clock on the wall in Pontianak says it. */
const wib = (text: string): Date => new Date(`${text}+07:00`);
const lastMomentOf = (day: string): Date => wib(`${day}T23:59:59.999`);

describe('a limit in hours', () => {
  it('runs through the night, the weekend and Nyepi', () => {
    const saturday = wib('2025-03-29T22:15:00');
    expect(dueAt(saturday, { unit: 'hours', count: 72 })).toEqual(wib('2025-04-01T22:15:00'));
    expect(dueAt(saturday, { unit: 'hours', count: 0.5 })).toEqual(wib('2025-03-29T22:45:00'));
  });
});

describe('a limit in days', () => {
  it('ends with the last day, and does not count the first', () => {
    expect(dueAt(wib('2026-03-07T08:00:00'), { unit: 'days', count: 14 })).toEqual(
      lastMomentOf('2026-03-21'),
    );
  });

  it('begins with the day in Pontianak, whatever the day in London is', () => {
    const afterMidnight = wib('2026-03-08T00:30:00');
    expect(afterMidnight.toISOString()).toContain('2026-03-07');
    expect(dueAt(afterMidnight, { unit: 'days', count: 1 })).toEqual(lastMomentOf('2026-03-09'));
  });
});

describe('a limit in working days', () => {
  const due = (from: string, count: number) => dueAt(wib(from), { unit: 'working-days', count });

  it.each([
    ['Monday', '2026-02-02T09:00:00', 3, '2026-02-05'],
    ['Friday, over the weekend', '2026-02-06T16:00:00', 1, '2026-02-09'],
    ['Saturday', '2026-02-07T10:00:00', 1, '2026-02-09'],
    ['Friday, over Imlek and the joint leave before it', '2026-02-13T09:00:00', 1, '2026-02-18'],
    ['Tuesday, over Nyepi, Idulfitri and a weekend', '2026-03-17T09:00:00', 1, '2026-03-25'],
    ['Christmas Eve, over the end of the year', '2025-12-24T09:00:00', 3, '2025-12-31'],
    ['New Year’s Eve', '2025-12-31T09:00:00', 1, '2026-01-02'],
  ])('that begins on %s', (_day, from, count, last) => {
    expect(due(from, count)).toEqual(lastMomentOf(last));
  });

  it('passes over weekends only in a year whose decree is not known', () => {
    expect(due('2031-08-15T09:00:00', 1)).toEqual(lastMomentOf('2031-08-18'));
  });
});

describe('the holidays', () => {
  it('are days that exist, in order, each once', () => {
    const days = holidays.map(({ day }) => day);
    expect(days.map((day) => new Date(day).toISOString().slice(0, 10))).toEqual(days);
    expect([...new Set(days)].sort()).toEqual(days);
  });

  it('are as many as the decrees say: 17 with 11 days of joint leave in 2025, 17 with 8 in 2026', () => {
    const count = (year: string, kind: string) =>
      holidays.filter((one) => one.day.startsWith(year) && one.kind === kind).length;
    expect([count('2025', 'national'), count('2025', 'joint-leave')]).toEqual([17, 11]);
    expect([count('2026', 'national'), count('2026', 'joint-leave')]).toEqual([17, 8]);
  });

  it('close the offices, joint leave too', () => {
    expect(isWorkingDay(wib('2026-03-18T10:00:00'))).toBe(false);
    expect(isWorkingDay(wib('2026-03-17T10:00:00'))).toBe(true);
    expect(isWorkingDay(wib('2026-03-15T10:00:00'))).toBe(false);
  });
});
