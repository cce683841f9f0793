import { examine, tidy } from './examine-report.js';
import type { ReportContent, ReportedChild } from './report-content.js';

const now = new Date('2026-03-07T20:00:00Z'); // 8 March in Pontianak
const child: ReportedChild = {
  sex: 'unknown',
  ageCertainty: 'unknown-age',
  languages: [],
  hasDisability: false,
};
const aReport = (more: Partial<ReportContent> = {}): ReportContent => ({
  channel: 'walk-in',
  reporterRole: 'citizen',
  isAnonymous: false,
  place: { type: 'home' },
  summary: 'A neutral sentence.',
  immediateSafety: 'unknown',
  children: [child],
  exploitationTypes: [],
  modus: [],
  platforms: [],
  contributingFactors: [],
  ...more,
});
const errorsOf = (report: ReportContent, isDemo = false) => examine(report, { now, isDemo });

describe('the examination of a report', () => {
  it('finds nothing where little is known', () => {
    expect(errorsOf(aReport())).toEqual([]);
  });

  it('points at the field of the child concerned', () => {
    const children = [child, { ...child, nik: '6171995403100001' }, { ...child, birthDate: '2026-03-09' }];
    expect(errorsOf(aReport({ children }))).toEqual([
      { in: 'body', pointer: '/children/1/nik', code: 'not-allowed' },
      { in: 'body', pointer: '/children/2/birthDate', code: 'not-allowed' },
    ]);
  });

  it('takes a birth date of today, as today is in Pontianak', () => {
    expect(errorsOf(aReport({ children: [{ ...child, birthDate: '2026-03-08' }] }))).toEqual([]);
  });

  it('knows that nothing has happened tomorrow', () => {
    expect(errorsOf(aReport({ occurredAt: new Date('2026-03-07T20:00:01Z') }))).toMatchObject([
      { pointer: '/occurredAt' },
    ]);
  });

  it('takes no contact of someone who wants to stay anonymous', () => {
    expect(errorsOf(aReport({ isAnonymous: true, reporterContact: { note: 'at work' } }))).toMatchObject([
      { pointer: '/reporterContact', code: 'not-allowed' },
    ]);
  });

  it('refuses a telephone number that cannot be called', () => {
    expect(errorsOf(aReport({ reporterContact: { phone: '12' } }))).toMatchObject([
      { pointer: '/reporterContact/phone', code: 'invalid-format' },
    ]);
  });
});

describe('a tidy report', () => {
  it('keeps the telephone number in one form and everything else as it was', () => {
    const report = aReport({ reporterContact: { name: 'Sirih Contoh', phone: '0561 000 001' } });
    expect(tidy(report)).toEqual({
      ...report,
      reporterContact: { name: 'Sirih Contoh', phone: '+62561000001' },
    });
    expect(tidy(aReport())).toEqual(aReport());
  });
});
