import * as fc from 'fast-check';
import { ageBandOf, ageOn } from './age-band.js';

const now = new Date('2026-03-07T20:00:00Z'); // 8 March, 03.00 in Pontianak

describe('the age band', () => {
  it.each([
    ['2026-03-08', '0-8'],
    ['2017-03-09', '0-8'],
    ['2017-03-08', '9-12'],
    ['2013-03-08', '13-15'],
    ['2010-03-09', '13-15'],
    ['2010-03-08', '16-17'],
    ['2008-03-09', '16-17'],
    ['2008-03-08', '18+'],
  ])('of someone born %s is %s', (birthDate, band) => {
    expect(ageBandOf({ birthDate, ageCertainty: 'documented' }, now)).toBe(band);
  });

  it('counts by the calendar of Pontianak, where the birthday has begun', () => {
    expect(ageBandOf({ birthDate: '2010-03-08', ageCertainty: 'documented' }, now)).toBe('16-17');
  });

  it('says 18 or older only where documents say so', () => {
    for (const ageCertainty of ['stated', 'estimated', 'medical-assessed', 'unknown-age'] as const) {
      expect(ageBandOf({ statedAge: 21, ageCertainty }, now)).toBe('unknown');
      expect(ageBandOf({ birthDate: '2000-01-01', ageCertainty }, now)).toBe('unknown');
    }
  });

  it('is unknown where nothing is known', () => {
    expect(ageBandOf({ ageCertainty: 'unknown-age' }, now)).toBe('unknown');
  });

  it('never goes down as years pass', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (one, two) => {
        const [born, today] = [one, two].map((date) => date.toISOString().slice(0, 10)).sort() as [
          string,
          string,
        ];
        expect(ageOn(born, today)).toBeGreaterThanOrEqual(0);
        expect(ageOn(born, '2030-12-31')).toBeGreaterThanOrEqual(ageOn(born, today));
      }),
    );
  });
});
