import { randomBytes } from 'node:crypto';
import { SealedBox } from '../session/sealed-box.js';
import { openPending, safeReturnPath, sealPending } from './sign-in-attempt.js';

describe('a pending sign-in', () => {
  const box = new SealedBox(randomBytes(32), 'sign-in');
  const started = new Date('2025-11-03T02:00:00Z');
  const pending = {
    attempt: { state: 's', nonce: 'n', codeVerifier: 'v' },
    startedAt: started.toISOString(),
    returnTo: '/',
  };
  const after = (seconds: number) => new Date(started.getTime() + seconds * 1_000);

  it('comes back as it went', () => {
    expect(openPending(box, sealPending(box, pending), after(60))).toEqual(pending);
  });

  it('is worth nothing after ten minutes, when changed, or when made elsewhere', () => {
    const cookie = sealPending(box, pending);
    expect(openPending(box, cookie, after(601))).toBeUndefined();
    expect(openPending(box, `${cookie.slice(0, -2)}AA`, after(1))).toBeUndefined();
    expect(openPending(new SealedBox(randomBytes(32), 'sign-in'), cookie, after(1))).toBeUndefined();
    expect(openPending(box, undefined, after(1))).toBeUndefined();
  });
});

describe('the way back after sign-in', () => {
  it('leads to a page of the portal', () => {
    expect(safeReturnPath('/k/0199c0de-1111-7000-8000-000000000000')).toBe(
      '/k/0199c0de-1111-7000-8000-000000000000',
    );
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a?next=//x',
    '/auth/login',
    '/api/me',
    '',
  ])('leads to the front page instead of %s', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });

  it('leads to the front page when nothing was asked', () => {
    expect(safeReturnPath(undefined)).toBe('/');
  });
});
