import { ago, dateTime, day, fromLocalInput, span, timeLeft, urgency } from './time.js';

const now = new Date('2025-11-03T02:00:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms).toISOString();
const minute = 60_000;
const hour = 60 * minute;

describe('time for people in Pontianak', () => {
  it('is written the Indonesian way, with the zone', () => {
    expect(dateTime('2025-11-03T07:30:00Z', 'id')).toBe('3 November 2025, 14.30 WIB');
    expect(dateTime('2025-11-03T17:05:00Z', 'id')).toBe('4 November 2025, 00.05 WIB');
  });

  it('is written the English way on request', () => {
    expect(dateTime('2025-11-03T07:30:00Z', 'en')).toBe('3 November 2025, 14:30 WIB');
  });

  it('keeps a date without time on its day', () => {
    expect(day('2010-03-14', 'id')).toBe('14 Maret 2010');
  });

  it('reads a local form field as Pontianak time', () => {
    expect(new Date(fromLocalInput('2025-11-03T09:00')).toISOString()).toBe('2025-11-03T02:00:00.000Z');
  });
});

describe('a deadline', () => {
  it.each([
    [4 * hour + 59 * minute, 'sisa 4 jam', '4 hours left'],
    [-2 * hour, 'lewat 2 jam', '2 hours late'],
    [59 * minute, 'sisa 59 menit', '59 minutes left'],
    [20_000, 'sisa 1 menit', '1 minute left'],
    [-20_000, 'lewat 1 menit', '1 minute late'],
    [49 * hour, 'sisa 2 hari', '2 days left'],
    [hour, 'sisa 1 jam', '1 hour left'],
  ])('in %d ms reads %s', (ms, indonesian, english) => {
    expect(timeLeft(inMs(ms), now, 'id')).toBe(indonesian);
    expect(timeLeft(inMs(ms), now, 'en')).toBe(english);
  });

  it('is calm, soon or overdue', () => {
    expect(urgency(inMs(25 * hour), now)).toBe('calm');
    expect(urgency(inMs(24 * hour), now)).toBe('soon');
    expect(urgency(inMs(0), now)).toBe('soon');
    expect(urgency(inMs(-1), now)).toBe('overdue');
  });
});

describe('the past', () => {
  it('is told in whole units', () => {
    expect(ago(inMs(-3 * hour), now, 'id')).toBe('3 jam lalu');
    expect(ago(inMs(-10), now, 'id')).toBe('baru saja');
    expect(ago(inMs(5 * minute), now, 'en')).toBe('just now');
  });

  it('never promises more than there is', () => {
    expect(span(2 * hour - 1, 'id')).toBe('1 jam');
  });
});
