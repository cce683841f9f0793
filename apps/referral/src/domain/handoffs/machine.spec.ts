import { handoffKind, handoffStatus } from '@rujukan/contracts';
import { aHandoff } from '../fixtures/a-handoff.js';
import {
  accept,
  complete,
  giveBack,
  referOnward,
  reject,
  take,
  type Decision,
  type Handoff,
} from './handoff.js';
import {
  actions,
  allowedActions,
  exitOf,
  isBy,
  isFinal,
  transitions,
  type HandoffAction,
  type HandoffStatus,
  type Side,
} from './machine.js';

const everyStatus = handoffStatus.codes;
const everyAction = Object.keys(actions) as HandoffAction[];
const finalStates = everyStatus.filter(isFinal);
const now = new Date('2025-10-25T15:10:00.000Z');

describe('the handoff machine', () => {
  it('has the sixteen states, seven of them final', () => {
    expect(everyStatus).toHaveLength(16);
    expect(finalStates).toEqual([
      'rejected',
      'cancelled',
      'expired',
      'referred-onward',
      'completed',
      'not-completed',
      'entered-in-error',
    ]);
  });

  it('has a road to every action but the one that time takes', () => {
    expect(everyAction.filter((action) => !('path' in actions[action]))).toEqual(['expire']);
    for (const action of everyAction)
      expect(everyStatus.some((status) => transitions[status][action] !== undefined)).toBe(true);
  });

  it.each(handoffKind.codes)('leads a %s from every state that it can reach to an end', (kind) => {
    const reached = (from: HandoffStatus, seen = new Set<HandoffStatus>()): Set<HandoffStatus> => {
      if (seen.has(from)) return seen;
      seen.add(from);
      for (const action of everyAction) {
        const next = exitOf(kind, from, action);
        if (next) reached(next, seen);
      }
      return seen;
    };
    for (const status of reached('draft'))
      expect([...reached(status)].some((end) => finalStates.includes(end))).toBe(true);
    if (kind === 'referral') expect([...reached('draft')].sort()).toEqual([...everyStatus].sort());
  });

  it('allows each side its own actions only, and only those with a road', () => {
    for (const kind of handoffKind.codes)
      for (const status of everyStatus)
        for (const side of ['sender', 'receiver', 'timer'] as const)
          expect([...allowedActions(kind, status, side)].sort()).toEqual(
            everyAction
              .filter(
                (action) => exitOf(kind, status, action) && isBy(action, side) && 'path' in actions[action],
              )
              .sort(),
          );
  });

  it.each<[HandoffStatus, Side, HandoffAction[]]>([
    ['draft', 'sender', ['request', 'enter-in-error']],
    ['requested', 'sender', ['recall', 'enter-in-error']],
    ['requested', 'receiver', ['receive', 'accept', 'reject', 'return', 'refer-onward']],
    ['requested', 'timer', []],
    ['returned', 'sender', ['resubmit', 'recall', 'enter-in-error']],
    ['returned', 'receiver', []],
    ['accepted', 'sender', ['request-cancel', 'enter-in-error']],
    ['in-progress', 'receiver', ['hold', 'complete', 'fail']],
    ['cancel-requested', 'receiver', ['cancel', 'refuse-cancel', 'complete']],
    ['completed', 'sender', []],
  ])('of a referral that is %s allows the %s %j', (status, side, expected) => {
    expect(allowedActions('referral', status, side)).toEqual(expected);
  });

  it('gives back an accepted transfer by both its agencies and in no other way', () => {
    expect(allowedActions('transfer', 'accepted', 'sender')).toEqual(['roll-back']);
    expect(allowedActions('transfer', 'accepted', 'receiver')).toEqual([
      'start',
      'roll-back',
      'complete',
      'fail',
    ]);
    expect(allowedActions('referral', 'accepted', 'receiver')).not.toContain('roll-back');
  });
});

type Row = readonly [row: string, side: Side, from: HandoffStatus, action: HandoffAction, to: HandoffStatus];

/**
 * The transitions of BSeR (HL7) that move a handoff of ours. Its `scheduled`, `no-show`, `event cancelled`, `event
 * completed` and `active` are all our in-progress; who declines after acceptance ends it as not completed, since there
 * was access meanwhile.
 */
const bser: Row[] = [
  ['01', 'sender', 'draft', 'request', 'requested'],
  ['02', 'receiver', 'received', 'accept', 'accepted'],
  ['03', 'receiver', 'received', 'reject', 'rejected'],
  ['04', 'sender', 'received', 'recall', 'cancelled'],
  ['05', 'receiver', 'accepted', 'fail', 'not-completed'],
  ['06', 'receiver', 'accepted', 'start', 'in-progress'],
  ['07', 'sender', 'accepted', 'request-cancel', 'cancel-requested'],
  ['08', 'receiver', 'accepted', 'start', 'in-progress'],
  ['09', 'receiver', 'accepted', 'complete', 'completed'],
  ['10', 'receiver', 'in-progress', 'fail', 'not-completed'],
  ['14', 'sender', 'in-progress', 'request-cancel', 'cancel-requested'],
  ['16', 'receiver', 'in-progress', 'complete', 'completed'],
  ['17', 'receiver', 'in-progress', 'fail', 'not-completed'],
  ['20', 'sender', 'in-progress', 'request-cancel', 'cancel-requested'],
  ['22', 'sender', 'in-progress', 'request-cancel', 'cancel-requested'],
  ['23', 'receiver', 'cancel-requested', 'cancel', 'cancelled'],
  ['24', 'receiver', 'cancel-requested', 'complete', 'completed'],
  ['25', 'receiver', 'in-progress', 'fail', 'not-completed'],
  ['28', 'sender', 'in-progress', 'request-cancel', 'cancel-requested'],
  ['30', 'receiver', 'in-progress', 'complete', 'completed'],
  ['31', 'receiver', 'accepted', 'start', 'in-progress'],
  ['32', 'receiver', 'accepted', 'start', 'in-progress'],
  ['33', 'receiver', 'in-progress', 'fail', 'not-completed'],
  ['34', 'sender', 'in-progress', 'request-cancel', 'cancel-requested'],
];

/** These move a visit from one state to another (`service-event.*` of victim-services) and the handoff not at all. */
const visits = ['11', '12', '13', '15', '18', '19', '21', '26', '27', '29'];

describe('BSeR', () => {
  it('has 34 transitions, each of them walked here or known to be about a visit', () => {
    const rows = [...bser.map(([row]) => row), ...visits].sort();
    expect(rows).toEqual(Array.from({ length: 34 }, (_, n) => String(n + 1).padStart(2, '0')));
  });

  it.each(bser)('row %s: the %s of one that is %s may %s', (...[, side, from, action, to]) => {
    expect(isBy(action, side)).toBe(true);
    expect(allowedActions('referral', from, side)).toContain(action);
    const decision = walked(action, aHandoff(from));
    expect(decision).toMatchObject({ ok: true, value: { status: to } });
  });
});

function walked(action: HandoffAction, handoff: Handoff): Decision {
  switch (action) {
    case 'accept':
      return accept(handoff, now);
    case 'reject':
      return reject(handoff, 'no-capacity', now);
    case 'return':
      return giveBack(handoff, 'insufficient-information', now);
    case 'complete':
      return complete(handoff, 'service-provided', now);
    case 'fail':
      return complete(handoff, 'could-not-contact', now);
    case 'refer-onward':
      return referOnward(handoff, now);
    case 'request':
    case 'receive':
    case 'resubmit':
    case 'start':
    case 'waitlist':
    case 'hold':
    case 'recall':
    case 'request-cancel':
    case 'cancel':
    case 'refuse-cancel':
    case 'roll-back':
    case 'expire':
    case 'enter-in-error':
      return take(handoff, action, now);
  }
}
