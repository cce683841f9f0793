import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { outcome, rejectionReason } from '@rujukan/contracts';
import { aHandoff, everyStatus, later } from './fixtures/a-handoff.js';
import {
  accept,
  actions,
  allowedActions,
  apply,
  complete,
  factsOf,
  receive,
  reject,
  start,
  transitions,
  type Decision,
  type Handoff,
  type HandoffAction,
  type HandoffStatus,
} from './handoff.js';

const everyAction = Object.keys(actions) as HandoffAction[];
const finalStates = everyStatus.filter((status) => Object.keys(transitions[status]).length === 0);

/** The verbs that have a road to them, with the action that each performs. */
const verbs: Record<string, (handoff: Handoff) => Decision> = {
  receive,
  accept: (handoff) => accept(handoff, later),
  reject: (handoff) => reject(handoff, 'no-capacity', later),
  start,
  complete: (handoff) => complete(handoff, 'service-provided', later),
  fail: (handoff) => complete(handoff, 'could-not-contact', later),
};

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

  it('reaches every state from the draft, and from every state an end', () => {
    const reached = (from: HandoffStatus, seen = new Set<HandoffStatus>()): Set<HandoffStatus> => {
      if (seen.has(from)) return seen;
      seen.add(from);
      for (const next of Object.values(transitions[from])) reached(next, seen);
      return seen;
    };
    expect([...reached('draft')].sort()).toEqual([...everyStatus].sort());
    for (const status of everyStatus)
      expect([...reached(status)].some((end) => finalStates.includes(end))).toBe(true);
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(/```mermaid\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(diagram());
  });

  it('gives an event or a named refusal for every state and action, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyStatus),
        fc.constantFrom(...Object.entries(verbs)),
        (status, [action, verb]) => {
          const decision = verb(aHandoff(status));
          const expected = transitions[status][action as HandoffAction];
          if (decision.ok) expect(decision.value.status).toBe(expected);
          else {
            expect(expected).toBeUndefined();
            expect(decision).toMatchObject({
              reason: 'illegal-transition',
              details: { status, allowedActions: allowedActions(status, 'receiver') },
            });
          }
        },
      ),
    );
  });

  it('never leaves a final state, whatever is tried in whatever order', () => {
    const tries = fc.array(
      fc.oneof(
        fc.constantFrom(...Object.values(verbs)),
        fc.constantFrom(...rejectionReason.codes).map((why) => (one: Handoff) => reject(one, why, later)),
        fc.constantFrom(...outcome.codes).map((how) => (one: Handoff) => complete(one, how, later)),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...everyStatus), tries, (status, moves) => {
        let handoff = aHandoff(status);
        for (const move of moves) {
          const before = handoff;
          const decision = move(handoff);
          if (decision.ok) handoff = apply(handoff, decision.value);
          if (finalStates.includes(before.progress.status)) expect(handoff).toBe(before);
          else expect(handoff.version - before.version).toBe(decision.ok ? 1 : 0);
        }
      }),
    );
  });

  it('allows each side its own actions only, and only those with a road', () => {
    for (const status of everyStatus)
      for (const side of ['sender', 'receiver', 'timer'] as const)
        for (const action of allowedActions(status, side)) {
          expect(actions[action].by).toBe(side);
          expect(transitions[status][action]).toBeDefined();
        }
    expect(allowedActions('requested', 'receiver')).toEqual(['receive', 'accept', 'reject']);
    expect(allowedActions('requested', 'sender')).toEqual([]);
    expect(allowedActions('in-progress', 'receiver')).toEqual(['complete', 'fail']);
    expect(everyAction.flatMap((action) => allowedActions('completed', actions[action].by))).toEqual([]);
  });
});

describe('an answer', () => {
  it('keeps when it was accepted, through the service to the end', () => {
    const walk = [accept(aHandoff('received'), later)];
    const accepted = apply(aHandoff('received'), valueOf(walk[0]!));
    const started = apply(accepted, valueOf(start(accepted)));
    const completed = apply(started, valueOf(complete(started, 'service-provided', later)));
    expect(factsOf(completed.progress)).toEqual({
      status: 'completed',
      acceptedAt: later,
      endedAt: later,
      outcome: 'service-provided',
    });
  });

  it.each(outcome.codes)('with outcome %s ends as served or not', (code) => {
    const isServed = code === 'service-provided' || code === 'partly-provided';
    expect(valueOf(complete(aHandoff('in-progress'), code, later))).toMatchObject({
      status: isServed ? 'completed' : 'not-completed',
      outcome: code,
    });
  });
});

function valueOf(decision: Decision) {
  if (!decision.ok) throw new Error(decision.reason);
  return decision.value;
}

/** Mermaid, as the README shows it; solid ends are final. */
function diagram(): string {
  const lines = everyStatus.flatMap((from) =>
    Object.entries(transitions[from]).map(([action, to]) => `  ${name(from)} --> ${name(to)}: ${action}`),
  );
  const ends = finalStates.map((status) => `  ${name(status)} --> [*]`);
  const texts = everyStatus
    .filter((status) => status.includes('-'))
    .map((status) => `  state "${status}" as ${name(status)}`);
  return ['stateDiagram-v2', ...texts, '  [*] --> draft', ...lines, ...ends, ''].join('\n');
}

const name = (status: HandoffStatus): string => status.replaceAll('-', '_');
