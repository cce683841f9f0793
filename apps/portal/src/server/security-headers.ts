import type { FastifyInstance } from 'fastify';

/** Script only by nonce, everything else only from here, nothing framed, no form sent, no base changed. */
export const policyFor = ({ nonce, isEncrypted }: { nonce?: string; isEncrypted: boolean }): string =>
  [
    "default-src 'none'",
    nonce ? `script-src 'nonce-${nonce}' 'strict-dynamic'` : "script-src 'none'",
    `style-src 'self'`,
    "img-src 'self'",
    "font-src 'none'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    ...(isEncrypted ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

/** Headers that stand on every answer, errors included; what may be kept says so itself. */
export const securityHeaders = (isEncrypted: boolean): Record<string, string> => ({
  'content-security-policy': policyFor({ isEncrypted }),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cache-control': 'no-store',
  ...(isEncrypted ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
});

export function addSecurityHeaders(fastify: FastifyInstance, isEncrypted: boolean): void {
  const headers = securityHeaders(isEncrypted);
  fastify.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
}
