import type { HandoffStatus } from '../../data/handoffs.js';
import { sealedAnswers } from './sealed-answers.js';

const steps = (...states: HandoffStatus[]) => states.map((status, index) => ({ version: index + 1, status }));
const answered = steps('requested', 'returned', 'requested', 'received');

describe('the answer to a question before acceptance', () => {
  it('is announced to the receiver, who reads it once it accepts', () => {
    expect(sealedAnswers({ status: 'received' }, answered, false)).toEqual([3]);
  });

  it('is no secret to the sender, and none after acceptance or the end', () => {
    expect(sealedAnswers({ status: 'received' }, answered, true)).toEqual([]);
    expect(sealedAnswers({ status: 'accepted' }, [...answered], false)).toEqual([]);
    expect(sealedAnswers({ status: 'cancelled' }, [...answered], false)).toEqual([]);
  });

  it('is not made up where nothing was asked', () => {
    expect(sealedAnswers({ status: 'requested' }, steps('draft', 'requested'), false)).toEqual([]);
  });
});
