import { Trail } from './trail.js';

const fact = (value: string) => () => new Trail().touched('clock', 'c', { facts: { definition: value } });

describe('a fact about a record', () => {
  it.each(['police-report', '0195718e-5a00-7000-8000-000000000001', '2026-03-07T20:00:00.000Z', 'met'])(
    'is an id, a code or an instant: %s',
    (value) => {
      expect(fact(value)().entities).toEqual([{ type: 'clock', id: 'c', facts: { definition: value } }]);
    },
  );

  it.each(['Zamrud Contoh', 'Contoh', 'dua kata', '', '+62561000001', 'x'.repeat(65)])(
    'is never what somebody said or is called (%#)',
    (value) => {
      expect(fact(value)).toThrow('is no id, code or instant');
    },
  );
});
