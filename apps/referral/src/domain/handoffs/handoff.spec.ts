import fc from 'fast-check';
import { handoffKind, outcome, rejectionReason } from '@rujukan/contracts';
import { aHandoff, everyStatus, later } from '../fixtures/a-handoff.js';
import {
  accept,
  apply,
  complete,
  factsOf,
  giveBack,
  referOnward,
  reject,
  take,
  type Decision,
  type Handoff,
  type PlainAction,
} from './handoff.js';
import { actions, allowedActions, exitOf, exitsOf, isFinal, type HandoffAction } from './machine.js';

const plain = (Object.keys(actions) as HandoffAction[]).filter(
  (action) => !['accept', 'reject', 'return', 'complete', 'fail', 'refer-onward'].includes(action),
) as PlainAction[];

/** Every verb there is, with the action that each performs. */
const verbs: Record<HandoffAction, (handoff: Handoff) => Decision> = {
  ...(Object.fromEntries(
    plain.map((action) => [action, (handoff: Handoff) => take(handoff, action, later)]),
  ) as Record<PlainAction, (handoff: Handoff) => Decision>),
  accept: (handoff) => accept(handoff, later),
  reject: (handoff) => reject(handoff, 'no-capacity', later),
  return: (handoff) => giveBack(handoff, 'insufficient-information', later),
  complete: (handoff) => complete(handoff, 'service-provided', later),
  fail: (handoff) => complete(handoff, 'could-not-contact', later),
  'refer-onward': (handoff) => referOnward(handoff, later),
};
const anyKind = fc.constantFrom(...handoffKind.codes);

describe('the handoff machine', () => {
  it('gives a next state or a named refusal for every kind, state and action, and never throws', () => {
    fc.assert(
      fc.property(
        anyKind,
        fc.constantFrom(...everyStatus),
        fc.constantFrom(...(Object.entries(verbs) as [HandoffAction, (one: Handoff) => Decision][])),
        (kind, status, [action, verb]) => {
          const decision = verb(aHandoff(status, { kind }));
          const expected = exitOf(kind, status, action);
          if (decision.ok) expect(decision.value.status).toBe(expected);
          else {
            expect(expected).toBeUndefined();
            expect(decision).toMatchObject({
              reason: 'illegal-transition',
              details: { status, allowedActions: allowedActions(kind, status, actions[action].by) },
            });
          }
        },
      ),
      { numRuns: 2_000 },
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
      fc.property(anyKind, fc.constantFrom(...everyStatus), tries, (kind, status, moves) => {
        let handoff = aHandoff(status, { kind });
        for (const move of moves) {
          const before = handoff;
          const decision = move(handoff);
          if (decision.ok) handoff = apply(handoff, decision.value);
          if (isFinal(before.progress.status)) expect(handoff).toBe(before);
          else expect(handoff.version - before.version).toBe(decision.ok ? 1 : 0);
        }
      }),
    );
  });

  it('keeps acceptance to the end, and gives every end and no other state a time', () => {
    const walks = fc.array(fc.constantFrom(...(Object.keys(verbs) as HandoffAction[])), { maxLength: 10 });
    fc.assert(
      fc.property(anyKind, walks, (kind, walk) => {
        let handoff = aHandoff('requested', { kind });
        let wasAccepted = false;
        for (const action of walk) {
          const decision = verbs[action](handoff);
          if (!decision.ok) continue;
          handoff = apply(handoff, decision.value);
          wasAccepted ||= action === 'accept';
          const { status, acceptedAt, endedAt } = factsOf(handoff.progress);
          expect(acceptedAt !== undefined).toBe(wasAccepted);
          expect(endedAt !== undefined).toBe(exitsOf(kind, status).length === 0 && isFinal(status));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an answer', () => {
  it('keeps when it was accepted, through the service to the end', () => {
    const walk = [accept(aHandoff('received'), later)];
    const accepted = apply(aHandoff('received'), valueOf(walk[0]!));
    const started = apply(accepted, valueOf(take(accepted, 'start', later)));
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
