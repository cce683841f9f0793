import { askedFor } from './asked-for.js';

const id = '0195718e-5a00-7000-8000-0000000000c1';

describe('the record that an address names', () => {
  it.each([
    [`/v1/cases/${id}`, 'case'],
    [`/v1/cases/${id.toUpperCase()}/plan`, 'case'],
    [`/v1/handoffs/${id}?x=1`, 'handoff'],
    [`/v1/closure-requests/${id}/approvals`, 'closure-request'],
    [`/v1/agencies/${id}`, 'agency'],
  ])('%s: a %s', (url, type) => {
    expect(askedFor(url)).toEqual({ type, id });
  });

  it.each(['/v1/cases', '/v1/cases/one', `/v1/cases/${id}0`, `/v2/cases/${id}`, '/v1/entries/42', ''])(
    'is none in %s',
    (url) => {
      expect(askedFor(url)).toBeUndefined();
    },
  );
});
