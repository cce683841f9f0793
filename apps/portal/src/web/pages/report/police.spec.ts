import { policeKnow } from './police.js';

const types: Readonly<Record<string, string>> = {
  unit: 'police-wcpu',
  region: 'police-regional',
  shelter: 'shelter-ngo',
  centre: 'uptd-ppa',
};
const report = (filedBy: string, more: Partial<Parameters<typeof policeKnow>[0]> = {}) =>
  policeKnow(
    { filedByAgencyId: filedBy, recipientAgencyId: 'centre', status: 'received', ...more },
    (id) => types[id],
  );

describe('whether the police know of a report', () => {
  it.each(['unit', 'region'])('is sure when the police filed it (%s)', (filedBy) => {
    expect(report(filedBy)).toBe('yes');
  });

  it('is sure when the police received it, or it names a number of theirs', () => {
    expect(report('shelter', { recipientAgencyId: 'unit' })).toBe('yes');
    expect(report('shelter', { policeReportNumber: 'LP/B/1' })).toBe('yes');
  });

  it('is denied when others sent it straight to others', () => {
    expect(report('shelter')).toBe('no');
  });

  it('is left open when it was forwarded, or the directory is not here yet', () => {
    expect(report('shelter', { status: 'forwarded' })).toBe('perhaps');
    expect(report('nobody')).toBe('perhaps');
  });
});
