import { actWords } from './act-words.js';
import { agencyWords } from './agency-words.js';
import { instantWords, spanWords } from './said.js';

describe('what an answer is made of', () => {
  it('are instants on the clock in Pontianak', () => {
    expect(instantWords('2026-03-07T20:05:00.000Z')).toEqual({
      id: '8 Maret 2026 03.05 WIB',
      en: '8 March 2026 03:05 WIB',
    });
  });

  it('are spans of time in hours and minutes', () => {
    expect(spanWords(3 * 3_600_000 + 20 * 60_000).id).toBe('3 jam 20 menit');
    expect(spanWords(30_000).en).toBe('0 min');
    expect(spanWords(99 * 3_600_000).en).toBe('99 h');
  });

  it('are agencies by kind and code, and by the beginning of their id where they are not known', () => {
    const agencies = new Map([['one', { code: 'plat', type: 'child-shelter' }]]);
    expect(agencyWords(agencies, 'one').id).toBe('PLAT / LPKS (plat)');
    expect(agencyWords(agencies, '0195718e-5a00').en).toBe('agency 0195718e');
  });

  it('are acts, and what an act does to data where it is newer than the list', () => {
    expect(actWords({ type: 'case.read', action: 'R' }).id).toBe('membaca berkas kasus');
    expect(actWords({ type: 'moon.landing', action: 'U' }).en).toBe('changed data (moon.landing)');
    expect(actWords({ type: 'constructor', action: 'E' }).en).toBe('carried out an act (constructor)');
  });
});
