import { closedCase, dueAt, overSince, retentionRules } from './retention.js';

const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
const closed = day('2026-03-07');

describe('how long a closed case is kept', () => {
  it.each([
    ['ten years, when she is 23 before that', '2025-01-01', '2036-03-07'],
    ['until she is 23, when that is later', '2035-06-01', '2040-06-01'],
    ['until she must be 23, when nobody knows how old she is', undefined, '2049-03-07'],
  ])('is %s', (_name, cameOfAge, due) => {
    expect(dueAt(closedCase, closed, cameOfAge === undefined ? undefined : day(cameOfAge))).toEqual(day(due));
  });
});

it('of a leap day ends on the day after it', () => {
  expect(overSince(closedCase, day('2024-02-29'))).toEqual(day('2014-03-01'));
});

it('names for each class one rule, with its law and version', () => {
  expect(new Set(retentionRules.map(({ recordClass }) => recordClass)).size).toBe(retentionRules.length);
  for (const { version, law, years } of retentionRules) {
    expect(version).toBeGreaterThanOrEqual(1);
    expect(law).toMatch(/^UU \d+\/\d{4} art\. \d+/);
    expect(years).toBeGreaterThan(0);
  }
});
