import { findAllowed } from './allowlist.js';

const id = '0199c0de-1111-7000-8000-000000000000';

describe('the list of calls a page may make', () => {
  it('lets through what the pages need, query included', () => {
    expect(findAllowed('GET', `/api/referral/v1/handoffs?box=inbox&limit=25`)).toEqual({
      service: 'referral',
      method: 'GET',
      pathAndQuery: '/handoffs?box=inbox&limit=25',
    });
    expect(findAllowed('POST', `/api/referral/v1/handoffs/${id}/acceptances`)).toMatchObject({
      method: 'POST',
    });
    expect(findAllowed('PUT', `/api/victim-services/v1/cases/${id}/plan`)).toMatchObject({ method: 'PUT' });
    expect(findAllowed('GET', `/api/referral/v1/handoffs/${id}/proofs/42`)).toMatchObject({
      pathAndQuery: `/handoffs/${id}/proofs/42`,
    });
    expect(findAllowed('GET', '/api/audit/v1/entries/42')).toMatchObject({ service: 'audit' });
  });

  it.each([
    ['GET', '/api/unknown/v1/cases'],
    ['GET', '/api/constructor/v1/cases'],
    ['GET', '/api/intake/v2/cases'],
    ['GET', '/api/intake/openapi.json'],
    ['GET', '/api/intake/v1/openapi.json'],
    ['GET', '/api/intake/v1/cases/1'],
    ['GET', `/api/intake/v1/cases/${id.toUpperCase()}`],
    ['GET', `/api/intake/v1/cases/${id}/`],
    ['GET', `/api/intake/v1/cases/${id}/../../livez`],
    ['GET', `/api/intake/v1/cases/%2e%2e/${id}`],
    ['GET', `/api/intake/v1//cases`],
    ['GET', `/api/intake/v1@evil.example/cases`],
    ['GET', `/api/intake/v1/cases#x`],
    ['PUT', `/api/referral/v1/agencies/${id}`],
    ['GET', '/api/audit/v1/entries/-1'],
    ['GET', `/api/referral/v1/handoffs/${id}/proofs/..`],
    ['GET', `/api/intake/v1/cases?${'a'.repeat(2_001)}`],
  ])('knows nothing of %s %s', (method, url) => {
    expect(findAllowed(method, url)).toBe('not-found');
  });

  it.each([
    ['DELETE', `/api/intake/v1/cases/${id}`],
    ['PATCH', `/api/referral/v1/handoffs/${id}`],
    ['POST', '/api/audit/v1/entries'],
    ['PUT', '/api/referral/v1/handoffs'],
  ])('refuses %s %s', (method, url) => {
    expect(findAllowed(method, url)).toBe('method-not-allowed');
  });
});
