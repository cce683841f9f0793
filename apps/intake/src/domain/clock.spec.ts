import { meet, tick } from '@rujukan/clocks';
import { agencyType } from '@rujukan/contracts';
import { mustTellPolice, startPoliceClock } from './clock.js';
import { agencyId, caseId } from './ids.js';

const receivedAt = new Date('2026-03-07T20:00:00Z');
const { clock: running } = startPoliceClock('clock', {
  caseId: caseId('case'),
  agencyId: agencyId('agency'),
  receivedAt,
});
const after = (hours: number): Date => new Date(receivedAt.getTime() + hours * 3_600_000);

describe('the duty to tell the police', () => {
  it('ends with a report number of theirs', () => {
    expect(mustTellPolice({ agencyTypes: ['uptd-ppa'] })).toBe(true);
    expect(mustTellPolice({ agencyTypes: ['uptd-ppa'], policeReportNumber: 'LP/B/9001' })).toBe(false);
  });

  it.each(agencyType.codes)('where %s had the report exists unless that is the police', (type) => {
    const isPolice = ['police-wcpu', 'police-regional'].includes(type);
    expect(mustTellPolice({ agencyTypes: [type] })).toBe(!isPolice);
    expect(mustTellPolice({ agencyTypes: ['ngo-service', type, 'uptd-ppa'] })).toBe(!isPolice);
  });

  it('exists where nothing is known of the agencies', () => {
    expect(mustTellPolice({ agencyTypes: [] })).toBe(true);
    expect(mustTellPolice({ agencyTypes: ['a-newer-type'] })).toBe(true);
  });
});

describe('the police clock', () => {
  it('runs 72 hours from the receipt of the report, nights and holidays included', () => {
    expect(running).toMatchObject({ state: 'running', startedAt: receivedAt, dueAt: after(72) });
  });

  it('warns at four fifths, 57 h 36 min, and is met in time at 70 h 50 min', () => {
    const { clock, changes } = tick(running, after(57.6));
    expect(changes).toMatchObject([{ what: 'warned', threshold: 80 }]);
    expect(meet(clock, after(70 + 50 / 60))).toMatchObject({ clock: { state: 'met', isLate: false } });
  });
});
