import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { done, refuse, type Clock, type Outcome } from '@rujukan/kernel';
import { CLOCK } from '@rujukan/time';
import { isSecureOrigin, type PortalConfig } from '../../config.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import type { Grant, Person } from '../session/session.js';
import { personFrom } from './person.js';
import { isAway } from './provider-error.js';

/** What must come back from Keycloak unchanged; sealed into the sign-in cookie. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface SignedIn {
  readonly grant: Grant;
  readonly person: Person;
  /** When the person last proved who they are, machine's time. */
  readonly authenticatedAt: Date;
}

type Away = 'identity-provider-unavailable';

const timeoutSeconds = 5;

/** Keycloak, as a confidential client sees it: code grant with PKCE, state, nonce and issuer check. */
@Injectable()
export class IdentityProvider {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(
    @Inject(PORTAL_CONFIG) private readonly config: PortalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asks Keycloak whether it is there, and where to send the browser.
   *
   * @param again true makes the person prove who they are although a session is running.
   */
  async startSignIn(again: boolean): Promise<Outcome<{ url: URL; attempt: SignInAttempt }, Away>> {
    this.discovered = undefined; // asked anew each time: nobody is sent to a door that is gone
    const provider = await this.find();
    if (!provider.ok) return provider;
    const attempt = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(provider.value, {
      redirect_uri: this.callbackUrl(),
      scope: 'openid profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login' } : {}),
    });
    return done({ url, attempt });
  }

  /** Exchanges the code that the browser brought back. `refused` covers everything forged, stale or cancelled. */
  async finishSignIn(query: string, attempt: SignInAttempt): Promise<Outcome<SignedIn, Away | 'refused'>> {
    const provider = await this.find();
    if (!provider.ok) return provider;
    try {
      const tokens = await oidc.authorizationCodeGrant(
        provider.value,
        new URL(`${this.callbackUrl()}?${query}`),
        {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.codeVerifier,
        },
      );
      const claims = tokens.claims();
      const grant = this.grantFrom(tokens);
      if (!claims || !grant) return refuse('refused');
      const authenticated = typeof claims.auth_time === 'number' ? claims.auth_time : claims.iat;
      return done({
        grant,
        person: personFrom(grant.accessToken, claims),
        authenticatedAt: new Date(authenticated * 1_000),
      });
    } catch (error) {
      return refuse(isAway(error) ? 'identity-provider-unavailable' : 'refused');
    }
  }

  /** New tokens for an old refresh token, which is used up by it. `refused`: Keycloak ended the session. */
  async refresh(grant: Grant): Promise<Outcome<Grant, Away | 'refused'>> {
    const provider = await this.find();
    if (!provider.ok) return provider;
    try {
      const tokens = await oidc.refreshTokenGrant(provider.value, grant.refreshToken);
      const next = this.grantFrom(tokens, grant.refreshToken);
      return next ? done(next) : refuse('refused');
    } catch (error) {
      return refuse(isAway(error) ? 'identity-provider-unavailable' : 'refused');
    }
  }

  /**
   * Ends the session at Keycloak from here, so that no ID token has to travel through a browser's address bar.
   *
   * @returns whether Keycloak confirmed.
   */
  async endSession(grant: Grant): Promise<boolean> {
    const provider = await this.find();
    const endpoint = provider.ok ? provider.value.serverMetadata().end_session_endpoint : undefined;
    if (!endpoint) return false;
    try {
      const answer = await fetch(endpoint, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          client_id: this.config.clientId,
          client_secret: this.config.clientSecret,
          refresh_token: grant.refreshToken,
        }),
        signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      });
      return answer.ok;
    } catch {
      // The session here is over either way; Keycloak's own ends by its idle limit.
      return false;
    }
  }

  async isAvailable(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.config.issuer}/.well-known/openid-configuration`, {
        signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      });
      return answer.ok;
    } catch {
      // Whatever keeps us from asking, the answer to "is it there?" is no.
      return false;
    }
  }

  private readonly callbackUrl = (): string => `${this.config.portalUrl}/auth/callback`;

  /** One discovery for all who wait; a failed one is forgotten so that the next caller tries again. */
  private async find(): Promise<Outcome<oidc.Configuration, Away>> {
    this.discovered ??= this.discover();
    try {
      return done(await this.discovered);
    } catch {
      // Only Keycloak itself is asked here; why it did not answer changes nothing for the caller.
      this.discovered = undefined;
      return refuse('identity-provider-unavailable');
    }
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    const plainHttp = issuer.startsWith('http://') && isSecureOrigin(issuer);
    return oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretPost(clientSecret), {
      timeout: timeoutSeconds,
      // Marked deprecated as a warning: only for plain http to this very machine.
      execute: plainHttp ? [oidc.allowInsecureRequests] : [],
    });
  }

  private grantFrom(
    tokens: Pick<oidc.TokenEndpointResponse, 'access_token' | 'refresh_token' | 'expires_in'>,
    formerRefreshToken?: string,
  ): Grant | undefined {
    const refreshToken = tokens.refresh_token ?? formerRefreshToken;
    if (!refreshToken || tokens.expires_in === undefined) return undefined;
    const expires = this.clock.wall().getTime() + tokens.expires_in * 1_000;
    return {
      accessToken: tokens.access_token,
      refreshToken,
      accessExpiresAt: new Date(expires).toISOString(),
    };
  }
}
