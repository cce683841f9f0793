import * as fc from 'fast-check';
import { fieldGroup } from '@rujukan/contracts';
import { agencyId, incidentId, reportId } from './ids.js';
import {
  accept,
  forward,
  linkTo,
  markInsufficient,
  receive,
  triageActions,
  unlink,
  type Report,
} from './report.js';

const [mine, theirs, third] = ['mine', 'theirs', 'third'].map(agencyId) as [
  ReturnType<typeof agencyId>,
  ReturnType<typeof agencyId>,
  ReturnType<typeof agencyId>,
];
const received = receive({
  id: reportId('report'),
  number: 'L-7Q4M2X9A-H',
  filedByAgencyId: theirs,
  recipientAgencyId: mine,
  receivedAt: new Date('2026-03-07T20:00:00Z'),
});
const other = { ...received, id: reportId('other') };

const anyState = (report: Report): Report[] => [
  report,
  { ...report, status: 'forwarded' },
  { ...report, status: 'insufficient-info', missing: ['identity'] },
  { ...report, status: 'accepted', incidentId: incidentId('incident') },
  { ...report, status: 'linked-duplicate', primaryReportId: reportId('other') },
];
const open = anyState(received).slice(0, 3);
const final = anyState(received).slice(3);

describe('a report', () => {
  it('starts as received, with its recipient to triage it', () => {
    expect(received).toMatchObject({ status: 'received', version: 1, formerRecipientIds: [] });
  });

  it.each(open)('can be accepted, forwarded, linked and marked while it is $status', (report) => {
    expect(accept(report, incidentId('incident'))).toMatchObject({ ok: true, value: { status: 'accepted' } });
    expect(forward(report, theirs)).toMatchObject({ ok: true, value: { status: 'forwarded' } });
    expect(linkTo(report, other)).toMatchObject({ ok: true, value: { primaryReportId: 'other' } });
    expect(markInsufficient(report, ['safety'])).toMatchObject({ ok: true, value: { missing: ['safety'] } });
    expect(triageActions(report)).toHaveLength(4);
  });

  it.each(final)('cannot be triaged again once it is $status', (report) => {
    const refused = {
      ok: false,
      reason: 'report-already-triaged',
      details: { allowedActions: triageActions(report) },
    };
    expect(triageActions(report)).toEqual(report.status === 'accepted' ? [] : ['unlink-duplicate']);
    expect(accept(report, incidentId('incident'))).toMatchObject(refused);
    expect(forward(report, theirs)).toMatchObject(refused);
    expect(linkTo(report, other)).toMatchObject(refused);
    expect(markInsufficient(report, ['safety'])).toMatchObject(refused);
  });

  it('is handed to the next agency, and remembers who handed it on', () => {
    const once = forward(received, theirs);
    const twice = once.ok ? forward(once.value, third) : once;
    const back = twice.ok ? forward(twice.value, mine) : twice;
    expect(back).toMatchObject({
      ok: true,
      value: { recipientAgencyId: mine, formerRecipientIds: [mine, theirs, third], version: 4 },
    });
  });

  it('is not forwarded to the agency that has it', () => {
    expect(forward(received, mine)).toEqual({ ok: false, reason: 'forward-to-same-agency' });
  });

  it('is not its own duplicate, nor the duplicate of a duplicate', () => {
    expect(linkTo(received, received)).toEqual({ ok: false, reason: 'report-cannot-link-to-itself' });
    const duplicate: Report = { ...other, status: 'linked-duplicate', primaryReportId: reportId('x') };
    expect(linkTo(received, duplicate)).toEqual({ ok: false, reason: 'illegal-transition' });
  });

  it('is triaged anew once its link is undone', () => {
    const linked = linkTo(received, other);
    const undone = linked.ok ? unlink(linked.value) : linked;
    expect(undone).toMatchObject({
      ok: true,
      value: { report: { status: 'received', version: 3 }, linked: { primaryReportId: 'other' } },
    });
    expect(undone.ok && 'primaryReportId' in undone.value.report).toBe(false);
    const handedOn: Report = { ...received, formerRecipientIds: [theirs] };
    const back = linkTo(handedOn, other);
    expect(back.ok && unlink(back.value)).toMatchObject({ value: { report: { status: 'forwarded' } } });
    for (const report of [...open, final[0]!])
      expect(unlink(report)).toEqual({ ok: false, reason: 'report-not-linked' });
  });

  it('leaves behind what only its old state had', () => {
    const marked = markInsufficient(received, ['identity']);
    const accepted = marked.ok ? accept(marked.value, incidentId('incident')) : marked;
    expect(accepted.ok && 'missing' in accepted.value).toBe(false);
  });

  it('answers every command in every state with a new version or a named refusal, and never throws', () => {
    const commands = [
      (report: Report) => accept(report, incidentId('incident')),
      (report: Report) => forward(report, theirs),
      (report: Report) => forward(report, mine),
      (report: Report) => linkTo(report, other),
      (report: Report) => linkTo(report, report),
      (report: Report) => markInsufficient(report, fieldGroup.codes),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 12 }), (steps) => {
        let report: Report = received;
        for (const step of steps) {
          const before = report;
          const decision: ReturnType<typeof step> = step(report);
          if (decision.ok) report = decision.value;
          expect(report.version).toBe(before.version + (decision.ok ? 1 : 0));
          if (!triageActions(before).includes('accept')) expect(decision.ok).toBe(false);
          expect(report.formerRecipientIds).not.toContain(undefined);
        }
      }),
    );
  });
});
