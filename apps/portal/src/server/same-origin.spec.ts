import { cameFromOurPage } from './same-origin.js';

const origin = 'https://portal.example';
const ours = {
  'x-rujukan-portal': '1',
  'sec-fetch-site': 'same-origin',
  origin,
  'content-type': 'application/json',
};
const post = (headers: Record<string, string | undefined>) =>
  cameFromOurPage({ method: 'POST', headers }, origin);
const get = (headers: Record<string, string | undefined>) =>
  cameFromOurPage({ method: 'GET', headers }, origin);

describe('a call to the portal', () => {
  it('passes from our own page', () => {
    expect(post(ours)).toBe(true);
    expect(post({ ...ours, 'content-type': 'application/json; charset=utf-8' })).toBe(true);
    expect(post({ ...ours, 'content-type': undefined })).toBe(true);
    expect(get({ 'x-rujukan-portal': '1' })).toBe(true);
  });

  it('passes from an old browser that tells its origin only', () => {
    expect(post({ ...ours, 'sec-fetch-site': undefined })).toBe(true);
  });

  it.each([
    ['the header is missing', { ...ours, 'x-rujukan-portal': undefined }],
    ['the header says something else', { ...ours, 'x-rujukan-portal': 'true' }],
    ['another site sends it', { ...ours, 'sec-fetch-site': 'cross-site' }],
    ['a sister site sends it', { ...ours, 'sec-fetch-site': 'same-site' }],
    ['the origin is null', { ...ours, origin: 'null' }],
    ['the origin is missing', { ...ours, origin: undefined }],
    ['the origin only begins like ours', { ...ours, origin: `${origin}.evil.example` }],
    ['the origin only ends like ours', { ...ours, origin: 'https://evil-portal.example' }],
    ['the scheme differs', { ...ours, origin: 'http://portal.example' }],
    ['it is text', { ...ours, 'content-type': 'text/plain' }],
    ['it is a form', { ...ours, 'content-type': 'application/x-www-form-urlencoded' }],
    ['it is JSON in name only', { ...ours, 'content-type': 'application/jsonp' }],
  ])('is refused when %s', (_why, headers) => {
    expect(post(headers)).toBe(false);
  });

  it('is refused as a read from another site', () => {
    expect(get({ 'x-rujukan-portal': '1', 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(get({})).toBe(false);
  });
});
