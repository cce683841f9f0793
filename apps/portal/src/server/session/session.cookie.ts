import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PortalConfig } from '../../config.js';

/**
 * Names of the two cookies. Over https both carry the `__Host-` prefix, which ties them to this host and to encryption.
 * Plain http on this machine cannot have it: there they are `rujukan-session` and `rujukan-sign-in`.
 */
export const cookieNames = (config: Pick<PortalConfig, 'portalUrl'>) =>
  isEncrypted(config)
    ? { session: '__Host-rujukan-session', signIn: '__Host-rujukan-sign-in' }
    : { session: 'rujukan-session', signIn: 'rujukan-sign-in' };

const isEncrypted = (config: Pick<PortalConfig, 'portalUrl'>): boolean =>
  config.portalUrl.startsWith('https:');

/** The session id. Strict: no other site can make a browser send it, not even by a link. */
export const setSessionCookie = (reply: FastifyReply, config: PortalConfig, id: string): FastifyReply =>
  reply.setCookie(cookieNames(config).session, id, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isEncrypted(config),
  });

/**
 * What must survive the way to Keycloak and back, sealed. Lax, because the way back is a link from another site;
 * ten minutes, because nobody takes longer to type a password.
 */
export const setSignInCookie = (reply: FastifyReply, config: PortalConfig, sealed: string): FastifyReply =>
  reply.setCookie(cookieNames(config).signIn, sealed, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isEncrypted(config),
    maxAge: 600,
  });

export const clearCookie = (
  reply: FastifyReply,
  config: PortalConfig,
  which: 'session' | 'signIn',
): FastifyReply =>
  reply.setCookie(cookieNames(config)[which], '', {
    path: '/',
    httpOnly: true,
    sameSite: which === 'session' ? 'strict' : 'lax',
    secure: isEncrypted(config),
    maxAge: 0,
  });

export const readCookie = (
  request: FastifyRequest,
  config: PortalConfig,
  which: 'session' | 'signIn',
): string | undefined => request.cookies[cookieNames(config)[which]];
