import { dateMistake, partsOf, textOf } from './date-parts.js';

const nothing = { day: '', month: '', year: '', hour: '', minute: '' };

describe('a date that is typed part by part', () => {
  it('is empty as long as nothing was typed', () => {
    expect(textOf(nothing)).toBe('');
    expect(partsOf('')).toEqual(nothing);
    expect(dateMistake('', 'required')).toBeUndefined();
  });

  it('reads day, month and year in the order of this country', () => {
    expect(textOf({ ...nothing, day: '3', month: '11', year: '2025' })).toBe('2025-11-03');
    expect(textOf({ day: '3', month: '1', year: '2025', hour: '9', minute: '5' })).toBe('2025-01-03T09:05');
  });

  it.each(['2025-11-30', '2025-11-30T14:30', '--03', '2025--', '2025-11-30T14:'])(
    'comes back from %j as it was typed',
    (text) => {
      expect(textOf(partsOf(text))).toBe(text);
    },
  );

  it('shows no zero that nobody typed', () => {
    expect(partsOf('2025-01-03')).toMatchObject({ day: '3', month: '1' });
  });

  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-11-00',
    '25-11-03',
    '0025-11-03',
    '--03',
    '2025--',
  ])('is told that %j is no date', (text) => {
    expect(dateMistake(text, 'none')).toBe('date');
  });

  it('knows leap years', () => {
    expect(dateMistake('2024-02-29', 'none')).toBeUndefined();
  });

  it.each(['2025-11-03', '2025-11-03T24:00', '2025-11-03T14:60', '2025-11-03T14:', '2025-11-03T:30'])(
    'is told that %j lacks a time of the day, and none is invented',
    (text) => {
      expect(dateMistake(text, 'required')).toBe('clock');
    },
  );

  it('may go without a time where a day is enough', () => {
    expect(dateMistake('2025-11-03', 'optional')).toBeUndefined();
    expect(dateMistake('2025-11-03T23:59', 'optional')).toBeUndefined();
    expect(dateMistake('2025-11-03T9', 'optional')).toBe('clock');
  });
});
