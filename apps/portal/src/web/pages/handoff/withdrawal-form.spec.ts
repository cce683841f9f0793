import { emptyAnswer, toAnswer } from './withdrawal-form.js';

describe('the answer to a withdrawal', () => {
  it('names a basis and a reason where the copy is kept', () => {
    const kept = {
      answer: 'retained-on-other-basis',
      basis: 'court-order',
      article: 'UU 11/2012 Pasal 27',
      reason: ' Diperintahkan. ',
    };
    expect(toAnswer(kept)).toEqual({
      answer: 'retained-on-other-basis',
      lawfulBasis: { code: 'court-order', article: 'UU 11/2012 Pasal 27' },
      reason: 'Diperintahkan.',
    });
  });

  it('says nothing more where there is no copy, whatever was written before', () => {
    const changed = { ...emptyAnswer, answer: 'erased', basis: 'public-task', reason: 'Lama.' };
    expect(toAnswer(changed)).toEqual({ answer: 'erased' });
  });
});
