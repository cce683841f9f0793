import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { done, refuse, type Clock, type Outcome } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import type { Session } from '../session/session.js';
import { SessionStore } from '../session/session.store.js';
import { IdentityProvider } from './identity-provider.js';
import { withRightsOf } from './person.js';

type Refusal = 'unauthenticated' | 'identity-provider-unavailable';

/** A token with less life than this is refreshed first, so that it does not die on its way. */
const marginMs = 20_000;
const peerPollMs = 100;
const peerPolls = 100;

/**
 * A living access token for a session. However many calls arrive at once, in however many processes, one of them
 * refreshes: a rotated refresh token used twice would end the session.
 */
@Injectable()
export class AccessTokens {
  private readonly running = new Map<string, Promise<Outcome<string, Refusal>>>();

  constructor(
    private readonly sessions: SessionStore,
    private readonly provider: IdentityProvider,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async freshFor(session: Session): Promise<Outcome<string, Refusal>> {
    if (this.lifeLeft(session) > marginMs) return done(session.grant.accessToken);
    const shared = this.running.get(session.idHash);
    if (shared) return shared;
    const mine = this.refresh(session).finally(() => this.running.delete(session.idHash));
    this.running.set(session.idHash, mine);
    return mine;
  }

  private async refresh(session: Session): Promise<Outcome<string, Refusal>> {
    if (!(await this.sessions.claimRefresh(session, this.clock.wall())))
      return this.awaitPeer(session, peerPolls);
    // Read again under the claim: a peer may have refreshed between our reading and our claim.
    const current = await this.sessions.find(session.idHash);
    if (!current) return refuse('unauthenticated');
    if (this.lifeLeft(current) > marginMs) {
      await this.sessions.storeRefreshed(current, undefined);
      return done(current.grant.accessToken);
    }
    return this.exchange(current);
  }

  private async exchange(session: Session): Promise<Outcome<string, Refusal>> {
    const next = await this.provider.refresh(session.grant);
    if (next.ok) {
      const person = withRightsOf(session.person, next.value.accessToken);
      await this.sessions.storeRefreshed(session, { grant: next.value, person });
      return done(next.value.accessToken);
    }
    if (next.reason === 'refused') {
      await this.sessions.end(session.idHash);
      return refuse('unauthenticated');
    }
    await this.sessions.storeRefreshed(session, undefined);
    return this.lifeLeft(session) > 0
      ? done(session.grant.accessToken)
      : refuse('identity-provider-unavailable');
  }

  private async awaitPeer(session: Session, left: number): Promise<Outcome<string, Refusal>> {
    const current = await this.sessions.find(session.idHash);
    if (!current) return refuse('unauthenticated');
    if (this.lifeLeft(current) > marginMs) return done(current.grant.accessToken);
    if (left === 0) return refuse('identity-provider-unavailable');
    await pause(peerPollMs);
    return this.awaitPeer(session, left - 1);
  }

  private lifeLeft = (session: Session): number =>
    new Date(session.grant.accessExpiresAt).getTime() - this.clock.wall().getTime();
}
