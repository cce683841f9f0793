import type { Actor } from '@rujukan/authz';
import { agencyId, incidentId, reportId } from './ids.js';
import { mayReadCase, mayReadReport, mayTriage, ruleOf, standingTo } from './policy.js';
import type { Report } from './report.js';

const actorOf = (agency: string | null): Actor => ({
  subject: 'someone',
  agencyId: agency,
  roles: [],
  permissions: new Set(),
  clientId: 'test',
  kind: 'person',
});
const report: Report = {
  id: reportId('report'),
  number: 'L-7Q4M2X9A-H',
  version: 3,
  filedByAgencyId: agencyId('filer'),
  recipientAgencyId: agencyId('recipient'),
  formerRecipientIds: [agencyId('former')],
  receivedAt: new Date('2026-03-07T20:00:00Z'),
  status: 'received',
};
const accepted: Report = { ...report, status: 'accepted', incidentId: incidentId('incident') };
const view = (agency: string | null, of: Report = report) => {
  const allowed = mayReadReport(actorOf(agency), of);
  return allowed.ok ? allowed.value : allowed.reason;
};

describe('a report', () => {
  it('does not exist to other agencies, nor to the platform itself', () => {
    for (const stranger of ['stranger', '', null]) {
      expect(view(stranger)).toBe('not-found');
      expect(mayTriage(actorOf(stranger), report)).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(standingTo(report, null)).toBeUndefined();
  });

  it('is triaged by its recipient only', () => {
    expect(mayTriage(actorOf('recipient'), report)).toEqual({ ok: true, value: 'recipient' });
    expect(mayTriage(actorOf('filer'), report)).toEqual({ ok: false, reason: 'forbidden' });
    expect(mayTriage(actorOf('former'), report)).toEqual({ ok: false, reason: 'forbidden' });
  });

  it('shows its content to the recipient until cases are open, and the reporter’s contact after that too', () => {
    const atFirst = { formerRecipientIds: [] };
    expect(view('recipient', { ...report, ...atFirst })).toEqual({ showsContent: true, showsReporter: true });
    expect(view('recipient', { ...accepted, ...atFirst })).toEqual({
      showsContent: false,
      showsReporter: true,
    });
  });

  it('keeps the reporter from whom it was handed on to, and with the agency that wrote it down', () => {
    expect(view('recipient')).toEqual({ showsContent: true, showsReporter: false });
    expect(view('filer', accepted)).toEqual({ showsContent: false, showsReporter: true });
    expect(view('recipient', accepted)).toEqual({ showsContent: false, showsReporter: false });
    const taken: Report = { ...accepted, formerRecipientIds: [agencyId('filer')] };
    expect(view('filer', taken)).toEqual({ showsContent: false, showsReporter: true });
  });

  it('shows its content to who filed it until triage, then only how it fares', () => {
    expect(view('filer')).toEqual({ showsContent: true, showsReporter: true });
    const later: Report[] = [
      accepted,
      { ...report, status: 'forwarded' },
      { ...report, status: 'insufficient-info', missing: ['identity'] },
      { ...report, status: 'linked-duplicate', primaryReportId: reportId('other') },
    ];
    for (const one of later)
      expect(view('filer', { ...one, formerRecipientIds: [] })).toEqual({
        showsContent: false,
        showsReporter: false,
      });
  });

  it('shows no content to who handed it on', () => {
    expect(view('former')).toEqual({ showsContent: false, showsReporter: false });
  });
});

describe('a case', () => {
  it('does not exist without a grant', () => {
    expect(mayReadCase([])).toEqual({ ok: false, reason: 'not-found' });
  });

  it('is opened by custody or by an accepted handoff, and the record says which', () => {
    const handoff = { basis: 'handoff', handoffId: 'handoff', shareProfile: 'legal-aid' } as const;
    expect(mayReadCase([handoff]).ok).toBe(true);
    expect(ruleOf([handoff])).toBe('accepted-handoff');
    expect(ruleOf([handoff, { basis: 'custodian' }])).toBe('custody');
  });
});
