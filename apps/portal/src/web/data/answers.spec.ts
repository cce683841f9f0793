import { answerOf } from './answers.js';

describe('an answer of the audit service', () => {
  it('shows the findings of a question as they came', () => {
    const findings = [{ text: 'Terlambat.', entries: [4, 9], verdict: 'late' }];
    expect(answerOf({ answer: 'Satu terlambat.', findings, isComplete: false, next: 'n' })).toEqual({
      answer: 'Satu terlambat.',
      findings,
      isComplete: false,
      next: 'n',
    });
  });

  it('shows a moment of a case like a finding that rests on one entry', () => {
    expect(answerOf({ items: [{ text: 'Kasus dibuka.', entry: 7 }] }).findings).toEqual([
      { text: 'Kasus dibuka.', entries: [7] },
    ]);
  });

  it('says which rules were looked at where nothing was found', () => {
    expect(answerOf({ items: [], rules: [{ text: 'Malam hari.' }], isComplete: true })).toEqual({
      findings: [],
      isComplete: true,
      rules: ['Malam hari.'],
    });
  });
});
