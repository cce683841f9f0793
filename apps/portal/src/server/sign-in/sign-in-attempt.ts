import type { SignInAttempt } from '../identity/identity-provider.js';
import type { SealedBox } from '../session/sealed-box.js';

/** One way to Keycloak and back, as the browser carries it: sealed, so that it can neither read nor change it. */
export interface PendingSignIn {
  readonly attempt: SignInAttempt;
  /** Machine's time, RFC 3339. */
  readonly startedAt: string;
  /** Path of the portal to go to afterwards. */
  readonly returnTo: string;
  /** Hash of the locked session that this sign-in opens again. */
  readonly unlocks?: string;
}

const context = 'pending';
const lifeMs = 600_000;

export const sealPending = (box: SealedBox, pending: PendingSignIn): string =>
  box.seal(pending, context).toString('base64url');

/** @returns undefined when there is none, it was not made here, or it is older than ten minutes. */
export function openPending(
  box: SealedBox,
  cookie: string | undefined,
  wall: Date,
): PendingSignIn | undefined {
  const pending = cookie ? box.open<PendingSignIn>(Buffer.from(cookie, 'base64url'), context) : undefined;
  if (!pending || wall.getTime() - new Date(pending.startedAt).getTime() > lifeMs) return undefined;
  return pending;
}

/** A path inside the portal, or its front page for anything that could lead elsewhere. */
export const safeReturnPath = (path: string | undefined): string =>
  path && /^\/(?![/\\])[\w./-]{0,200}$/.test(path) && !path.startsWith('/auth/') && !path.startsWith('/api/')
    ? path
    : '/';
