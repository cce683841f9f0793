import { keepersOf } from './receipt.js';
import { agencyId } from '../ids.js';

const [from, to] = [
  agencyId('0195718e-5a00-7000-8000-00000000000a'),
  agencyId('0195718e-5a00-7000-8000-00000000000b'),
];

describe('who keeps the proof of a step', () => {
  it.each([
    ['handoff.accept', 'referral', [from, to]],
    ['handoff.accept', 'transfer', [from, to]],
    ['handoff.complete', 'referral', [from, to]],
    ['handoff.request', 'referral', [from]],
    ['handoff.reject', 'referral', [from]],
    ['handoff.accept', 'consultation', [from]],
    ['handoff.complete', 'consultation', [from]],
  ] as const)('of %s of a %s', (step, kind, keepers) => {
    expect(keepersOf(step, { from, to, kind })).toEqual(keepers);
  });
});
