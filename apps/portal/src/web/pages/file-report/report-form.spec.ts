import { emptyReport, toReport } from './report-form.js';

describe('what the report form sends', () => {
  it('leaves out everything that was not filled in', () => {
    const form = {
      ...emptyReport(),
      channel: 'phone',
      reporterRole: 'teacher',
      summary: '  ringkas  ',
      immediateSafety: 'unknown',
      place: { type: 'unknown-place', areaCode: '', description: ' ' },
    };
    form.children[0]!.sex = 'unknown';
    form.children[0]!.ageCertainty = 'unknown-age';
    expect(toReport(form)).toEqual({
      channel: 'phone',
      reporterRole: 'teacher',
      isAnonymous: false,
      summary: 'ringkas',
      immediateSafety: 'unknown',
      place: { type: 'unknown-place' },
      children: [{ sex: 'unknown', ageCertainty: 'unknown-age', languages: [], hasDisability: false }],
      exploitationTypes: [],
      modus: [],
      platforms: [],
      contributingFactors: [],
    });
  });

  it('sends a time as Pontianak time and an age as a number', () => {
    const form = { ...emptyReport(), occurredAt: '2025-11-03T09:00' };
    form.children[0]!.statedAge = '15';
    const report = toReport(form);
    expect(report.occurredAt).toBe('2025-11-03T09:00:00+07:00');
    expect(report.children[0]!.statedAge).toBe(15);
  });

  it('sends no contact of somebody who wants to stay unknown', () => {
    const form = { ...emptyReport(), isAnonymous: true };
    form.reporterContact.phone = '+62 561 0000 01';
    expect(toReport(form).reporterContact).toBeUndefined();
  });

  it('keeps a guardian of whom only the suspicion is known', () => {
    const form = emptyReport();
    form.children[0]!.guardian.isSuspect = true;
    expect(toReport(form).children[0]!.guardian).toEqual({ isSuspect: true });
  });
});
