import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { NestLogger, type Logger } from '@rujukan/observability';
import type { PortalConfig } from '../config.js';
import { PortalModule } from './portal.module.js';
import { sendProblem } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { traceOf } from './request-trace.js';
import { cameFromOurPage } from './same-origin.js';
import { addSecurityHeaders, securityHeaders } from './security-headers.js';

const largestBody = 1_048_576;
const aYear = 31_536_000;

/** The portal, ready to listen. `webRoot` is the folder that the build of the pages wrote. */
export async function createPortal(
  config: PortalConfig,
  webRoot: string,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 30_000,
    // What the router refuses before any hook runs: an address that cannot be decoded.
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
      const headers = securityHeaders(isEncrypted(config));
      reply.headers({ ...headers, 'x-request-id': traceOf(request).requestId });
      sendProblem(request, reply, 'invalid-request');
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    PortalModule.forRoot(config, webRoot),
    adapter,
    { logger: new NestLogger(logger), bodyParser: false },
  );
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  app.enableShutdownHooks();
  await prepare(adapter.getInstance<FastifyInstance>(), config, webRoot);
  await app.init();
  return app;
}

const isEncrypted = ({ portalUrl }: PortalConfig): boolean => portalUrl.startsWith('https:');

async function prepare(fastify: FastifyInstance, config: PortalConfig, webRoot: string): Promise<void> {
  addSecurityHeaders(fastify, isEncrypted(config));
  fastify.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', traceOf(request).requestId);
    if (!refuse(request, reply, config)) next();
  });
  // Bodies travel on untouched, byte for byte: reading them is the services' work.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyStatic, {
    root: join(webRoot, 'assets'),
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response) => void response.header('cache-control', `public, max-age=${aYear}, immutable`),
  });
}

/** Answers by itself what no handler should see: a foreign host name, and calls that our pages did not make. */
function refuse(request: FastifyRequest, reply: FastifyReply, config: PortalConfig): boolean {
  const path = request.raw.url ?? '';
  if (/^\/(livez|readyz)$/.test(path)) return false;
  const { host, origin } = new URL(config.portalUrl);
  if (request.headers.host !== host) {
    reply.redirect(`${config.portalUrl}/`, request.method === 'GET' ? 307 : 303);
    return true;
  }
  const isNavigation = /^\/auth\/(login|callback)(\?|$)/.test(path);
  if (!/^\/(api|auth)\//.test(path) || isNavigation) return false;
  if (cameFromOurPage(request, origin)) return false;
  sendProblem(request, reply, 'not-from-this-page');
  return true;
}
