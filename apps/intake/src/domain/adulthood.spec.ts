import { adulthoodOf, daysUntil } from './adulthood.js';

const noon = new Date('2025-11-03T05:00:00.000Z');
const documented = (birthDate: string) => adulthoodOf({ birthDate, ageCertainty: 'documented' }, noon);

describe('the day on which a child is 18', () => {
  it('is her eighteenth birthday', () => {
    expect(documented('2007-11-23')).toBe('2025-11-23');
  });

  it('is 1 March for who was born on 29 February', () => {
    expect(documented('2008-02-29')).toBe('2026-03-01');
  });

  it('is not awaited for who is 18 already, today included', () => {
    expect(documented('2007-11-03')).toBeUndefined();
    expect(documented('2007-11-04')).toBe('2025-11-04');
  });

  it('is not known without a document or a date', () => {
    expect(adulthoodOf({ birthDate: '2007-11-23', ageCertainty: 'stated' }, noon)).toBeUndefined();
    expect(adulthoodOf({ ageCertainty: 'documented' }, noon)).toBeUndefined();
  });
});

describe('the days until now', () => {
  it('are those of the wall calendar in Pontianak', () => {
    expect(daysUntil(new Date('2025-11-22T17:00:00.000Z'), 3)).toEqual([
      '2025-11-23',
      '2025-11-22',
      '2025-11-21',
    ]);
  });
});
