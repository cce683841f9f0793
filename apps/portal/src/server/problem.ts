import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems, type ProblemCode } from '@rujukan/contracts';
import { traceOf } from './request-trace.js';

/** What only the portal refuses; everything else is in the shared catalogue. */
const portalProblems = {
  'screen-locked': {
    status: 403,
    title: {
      en: 'The screen is locked; sign in again to go on',
      id: 'Layar terkunci; masuk lagi untuk melanjutkan',
    },
  },
  'not-from-this-page': {
    status: 403,
    title: {
      en: 'This request did not come from the portal',
      id: 'Permintaan ini tidak berasal dari Ruang Kerja',
    },
  },
} as const;

export type PortalProblemCode = ProblemCode | keyof typeof portalProblems;

const catalogue = { ...problems, ...portalProblems };

/** Thrown by guards and hooks, where a value cannot be returned; the filter makes the answer. */
export class ProblemError extends Error {
  constructor(readonly code: PortalProblemCode) {
    super(code);
  }
}

/** Ends the request with problem+json (RFC 9457), in the caller's language, with the trace id to read out. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: PortalProblemCode,
): FastifyReply {
  const { status, title } = catalogue[code];
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:rujukan:problem:${code}`,
        title: title[languageOf(request)],
        status,
        code,
        traceId: traceOf(request).traceId,
      }),
    );
}

/** Indonesian unless English is asked for first. */
export const languageOf = (request: Pick<FastifyRequest, 'headers'>): 'id' | 'en' =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'id';
