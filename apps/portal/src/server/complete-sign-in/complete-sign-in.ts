import { Inject, Injectable } from '@nestjs/common';
import { done, refuse, type Clock, type Outcome } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import { ColleagueStore } from '../colleagues/colleague.store.js';
import { IdentityProvider, type SignedIn } from '../identity/identity-provider.js';
import { hasEnded } from '../session/session.js';
import { SessionStore } from '../session/session.store.js';
import type { PendingSignIn } from '../sign-in/sign-in-attempt.js';

export interface Completed {
  /** Id for a new cookie; absent when the locked session simply goes on under its old one. */
  readonly sessionId?: string;
}

/** Turns a code from Keycloak into a session, or opens a locked one again. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionStore,
    private readonly colleagues: ColleagueStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    pending: PendingSignIn,
    query: string,
  ): Promise<Outcome<Completed, 'refused' | 'identity-provider-unavailable'>> {
    const signedIn = await this.provider.finishSignIn(query, pending.attempt);
    if (!signedIn.ok) return signedIn;
    await this.colleagues.note(signedIn.value.person, this.clock.wall());
    return pending.unlocks
      ? this.unlock(pending.unlocks, signedIn.value, pending)
      : done({ sessionId: await this.sessions.open(signedIn.value, this.clock.wall()) });
  }

  private async unlock(
    idHash: string,
    signedIn: SignedIn,
    pending: PendingSignIn,
  ): Promise<Outcome<Completed, 'refused'>> {
    // Keycloak counts whole seconds, so the proof may seem to lie just before the question.
    const asked = new Date(pending.startedAt).getTime() - 2_000;
    if (signedIn.authenticatedAt.getTime() < asked) return refuse('refused');
    const wall = this.clock.wall();
    const locked = await this.sessions.find(idHash);
    if (locked?.person.subject === signedIn.person.subject && !hasEnded(locked, wall)) {
      await this.sessions.unlock(idHash, signedIn, wall);
      return done({});
    }
    // Too late, or somebody else sits down at this desk: the former session ends, a new one begins.
    await this.sessions.end(idHash);
    return done({ sessionId: await this.sessions.open(signedIn, wall) });
  }
}
