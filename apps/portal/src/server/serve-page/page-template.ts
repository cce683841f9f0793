import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { policyFor } from '../security-headers.js';

const placeholder = /__CSP_NONCE__/g;

/** The one page of the portal: the same for everybody, so it holds nothing of anybody. */
export class PageTemplate {
  private readonly html: string;

  /** @param webRoot folder that the build of the pages wrote. */
  constructor(
    webRoot: string,
    private readonly isEncrypted: boolean,
  ) {
    this.html = readFileSync(join(webRoot, 'index.html'), 'utf8');
  }

  /** Sends the page with a nonce of its own: only the scripts written into it may run. */
  send(reply: FastifyReply, status = 200): FastifyReply {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyFor({ nonce, isEncrypted: this.isEncrypted }))
      .send(this.html.replace(placeholder, nonce));
  }
}
