/** 20 minutes without a person's act end a session. */
export const idleLimitMs = 20 * 60_000;
/** Nobody stays signed in longer than a working day. */
export const absoluteLimitMs = 12 * 3_600_000;

/** What Keycloak gave. Lives sealed in the database and in this process, never in a browser. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** RFC 3339, machine's time. */
  readonly accessExpiresAt: string;
}

/** Who signed in, for display. The services decide by the token, not by this. */
export interface Person {
  readonly subject: string;
  readonly name: string;
  readonly login: string;
  readonly roles: readonly string[];
  readonly agencyId: string | null;
}

export interface Session {
  /** SHA-256 of the id in the cookie, hex. The id itself is nowhere but in the cookie. */
  readonly idHash: string;
  readonly createdAt: Date;
  /** Last act of a person, not of a poll. */
  readonly lastSeenAt: Date;
  readonly lockedAt: Date | null;
  readonly grant: Grant;
  readonly person: Person;
}

/** When the session ends if nobody touches it. */
export function endsAt(session: Pick<Session, 'createdAt' | 'lastSeenAt'>): Date {
  const idle = session.lastSeenAt.getTime() + idleLimitMs;
  return new Date(Math.min(idle, absoluteEnd(session).getTime()));
}

/** When the session ends however busy the person is. */
export const absoluteEnd = (session: Pick<Session, 'createdAt'>): Date =>
  new Date(session.createdAt.getTime() + absoluteLimitMs);

export const hasEnded = (session: Pick<Session, 'createdAt' | 'lastSeenAt'>, wall: Date): boolean =>
  endsAt(session) <= wall;
