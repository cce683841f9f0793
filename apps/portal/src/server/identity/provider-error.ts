import { ClientError, ResponseBodyError } from 'openid-client';

/** True when Keycloak could not be asked, as opposed to having said no. */
export function isAway(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  if (error instanceof TypeError) return /fetch failed|terminated/i.test(error.message);
  if (!(error instanceof ClientError)) return false;
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return true;
  return error.cause instanceof Response ? error.cause.status >= 500 : isAway(error.cause);
}
