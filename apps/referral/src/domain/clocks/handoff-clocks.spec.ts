import { tick, type DutyClock, type Move } from '@rujukan/clocks';
import { aHandoff, night } from '../fixtures/a-handoff.js';
import { feedbackGiven, giveFeedback } from '../handoffs/feedback.js';
import type { Handoff, Progress } from '../handoffs/handoff.js';
import { clocksOfRequest, clocksOfStep, endWithCase, settle } from './handoff-clocks.js';

const after = (hours: number): Date => new Date(night.getTime() + hours * 3_600_000);
let serial = 0;
const moment = (hours: number) => ({ now: after(hours), newId: () => `clock-${++serial}` });

const requested = aHandoff('requested');
const standing = (progress: Progress, of: Handoff = requested): Handoff => ({ ...of, progress });
const accepted = standing({ status: 'accepted', acceptedAt: after(1) });
const ofRequest = (): DutyClock[] => clocksOfRequest(requested, moment(0)).map(({ clock }) => clock);
const states = (moves: readonly Move[]) =>
  Object.fromEntries(moves.map(({ clock }) => [clock.definition.replace('referral-', ''), clock.state]));
const settled = (progress: Progress, isNeededElsewhere = false, open = ofRequest()) =>
  states(settle(standing(progress), open, { now: after(1), isNeededElsewhere }));

describe('the clocks of a request', () => {
  it('are the receiver’s to confirm and to answer, and the custodian’s for the need', () => {
    const { from, to, id, caseId, serviceType } = requested.terms;
    expect(ofRequest()).toMatchObject([
      { definition: 'referral-ack', agencyId: to, awaitedBy: from, subject: id, dueAt: after(1) },
      { definition: 'referral-decision', agencyId: to, awaitedBy: from, subject: id, dueAt: after(3) },
      { definition: 'referral-need', agencyId: from, subject: caseId, aspect: serviceType, dueAt: after(3) },
    ]);
  });

  it('tell of no need where only advice is asked', () => {
    const { terms } = requested;
    const advice = { ...requested, terms: { ...terms, kind: 'consultation' as const } };
    expect(clocksOfRequest(advice, moment(0)).map(({ clock }) => clock.definition)).toEqual([
      'referral-ack',
      'referral-decision',
    ]);
  });
});

describe('a step of a handoff', () => {
  it.each<[string, Progress, boolean, object]>([
    ['a receipt', { status: 'received' }, false, { ack: 'met' }],
    [
      'a return',
      { status: 'returned', reason: 'insufficient-information' },
      false,
      { ack: 'met', decision: 'paused' },
    ],
    [
      'an acceptance',
      { status: 'accepted', acceptedAt: after(1) },
      false,
      { ack: 'met', decision: 'met', need: 'met' },
    ],
    [
      'a decline, which leaves the need',
      { status: 'rejected', reason: 'no-capacity', endedAt: after(1) },
      false,
      { ack: 'met', decision: 'met' },
    ],
    [
      'a recall of the only offer',
      { status: 'cancelled', endedAt: after(1) },
      false,
      { ack: 'cancelled', decision: 'cancelled', need: 'cancelled' },
    ],
    [
      'a recall of one offer of several',
      { status: 'cancelled', endedAt: after(1) },
      true,
      { ack: 'cancelled', decision: 'cancelled' },
    ],
    [
      'an expiry, which leaves the need',
      { status: 'expired', endedAt: after(1) },
      false,
      { ack: 'cancelled', decision: 'cancelled' },
    ],
  ])('%s', (_what, progress, isNeededElsewhere, expected) => {
    expect(settled(progress, isNeededElsewhere)).toEqual(expected);
  });

  it('a resubmission lets the answer’s clock run on with the time that was left', () => {
    const returned = standing({ status: 'returned', reason: 'insufficient-information' });
    const paused = settle(returned, ofRequest(), { now: after(1), isNeededElsewhere: false });
    const open = paused.map(({ clock }) => clock).filter(({ state }) => state === 'paused');
    const [resumed] = settle(requested, open, { now: after(5), isNeededElsewhere: false });
    expect(resumed?.clock).toMatchObject({ state: 'running', dueAt: after(7) });
  });

  it('of a late answer leaves one breach', () => {
    const late = ofRequest().map((clock) => tick(clock, after(4)).clock);
    const moves = settle(accepted, late, { now: after(5), isNeededElsewhere: false });
    expect(moves.flatMap(({ changes }) => changes.map(({ what }) => what))).toEqual(['met', 'met', 'met']);
    expect(moves[1]?.clock).toMatchObject({ isLate: true, breachedAt: after(4) });
  });

  it('ends with the case what nobody must answer any more', () => {
    const [feedback] = clocksOfStep(accepted, [], moment(1));
    expect(states(endWithCase([...ofRequest(), feedback!.clock], after(1)))).toEqual({
      ack: 'cancelled',
      decision: 'cancelled',
      need: 'cancelled',
    });
  });
});

describe('feedback', () => {
  const said = { id: 'word', progress: 'on-track', now: after(24) } as const;
  const [first] = clocksOfStep(accepted, [], moment(1));

  it('is asked of whoever accepted a referral, once, and of nobody who took over the case', () => {
    expect(first?.clock).toMatchObject({ definition: 'referral-feedback', round: 1 });
    expect(clocksOfStep(accepted, [first!.clock], moment(1))).toEqual([]);
    expect(clocksOfStep(requested, [], moment(1))).toEqual([]);
    const { terms } = accepted;
    const transfer = { ...accepted, terms: { ...terms, kind: 'transfer' as const } };
    expect(clocksOfStep(transfer, [], moment(1))).toEqual([]);
  });

  it('stops its clock and starts the next, 30 days on', () => {
    const { met, next } = feedbackGiven(accepted, [first!.clock], moment(24));
    expect(states(met)).toEqual({ feedback: 'met' });
    expect(next[0]?.clock).toMatchObject({ round: 2, startedAt: after(24) });
    const days = (next[0]!.clock.dueAt.getTime() - after(24).getTime()) / 86_400_000;
    expect(Math.floor(days)).toBe(30);
    expect(feedbackGiven(accepted, [], moment(24))).toEqual({ met: [], next: [] });
  });

  it('is given while the handoff runs', () => {
    expect(giveFeedback(accepted, said)).toMatchObject({ ok: true, value: { progress: 'on-track' } });
    expect(giveFeedback(requested, said)).toMatchObject({ reason: 'handoff-not-running' });
    const ended = standing({ status: 'rejected', reason: 'no-capacity', endedAt: after(1) });
    expect(giveFeedback(ended, said)).toMatchObject({ reason: 'handoff-not-running' });
  });

  it('is met by the end with an outcome, and dropped with a handoff that was an error', () => {
    const open = [first!.clock];
    const facts = { acceptedAt: after(1), endedAt: after(9) };
    expect(settled({ status: 'completed', ...facts, outcome: 'service-provided' }, false, open)).toEqual({
      feedback: 'met',
    });
    expect(settled({ status: 'entered-in-error', ...facts }, false, open)).toEqual({ feedback: 'cancelled' });
  });
});
