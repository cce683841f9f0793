import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { Clock } from '@rujukan/kernel';
import { createLogger, exitOnCrash, HealthRegistry, NestLogger, type Logger } from '@rujukan/observability';
import { assertFloor, startAct, UnitOfWork } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { addEdgeHooks, answerBrokenHttp, answerRouterError } from './edge-hooks.js';
import { randomHex, safeRequestId } from './edge-request.js';
import { describeApi } from './open-api.js';
import { RefusedRequests } from './refused-requests.js';
import { RouteTable } from './route-table.js';
import { requireSettings, type ServiceConfig } from './service-config.js';
import { LOGGER } from './tokens.js';

export interface ApiOptions {
  readonly service: string;
  readonly config: ServiceConfig;
  readonly module: Type;
  /** Name of the API in its description. */
  readonly title: string;
}

const megabyte = 1024 * 1024;
const shutdownLimitMs = 25_000;

/**
 * Starts a service's API: database, self-test of the floor, routes, port; and stops it in order on SIGTERM or SIGINT.
 *
 * @throws ConfigError when a setting is missing; an error when the floor does not hold or the port is taken.
 */
export async function startApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const { config } = options;
  exitOnCrash(createLogger(options.service, { level: config.logLevel }));
  requireSettings(config, ['port', 'databaseUrl', 'issuer', 'clients', 'cursorSecret']);
  const app = await createApi(options);
  await assertFloor(app.get(DataSource));
  await app.listen(config.port, config.host);
  await recordStart(app, options);
  const logger = app.get<Logger>(LOGGER);
  logger.info({ url: await app.getUrl() }, 'ready');
  stopOnSignal(app, config, logger);
  return app;
}

async function recordStart(app: NestFastifyApplication, { service, config }: ApiOptions): Promise<void> {
  const { issuer, audience, clients, rateLimitPerMinute, trustedProxies, drainMs, logLevel } = config;
  const settings = [issuer, audience, clients, rateLimitPerMinute, trustedProxies, drainMs, logLevel];
  const act = startAct({ service, process: 'api', now: app.get<Clock>(CLOCK).now() }, settings);
  await app.get(UnitOfWork).reported(() => Promise.resolve([[act], undefined]));
}

/** Builds the API without listening; for tests. */
export async function createApi({
  service,
  config,
  module,
  title,
}: ApiOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Nobody here uses Express middleware, and its bridge costs on every request.
    skipMiddie: true,
    bodyLimit: megabyte,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    genReqId: (request: IncomingMessage) => safeRequestId(request.headers['x-request-id']) ?? randomHex(),
    // Longer than a balancer keeps a connection, so that it never sends into one that is closing.
    keepAliveTimeout: 65_000,
    requestTimeout: 30_000,
    http: { headersTimeout: 15_000 },
    // What arrives while the server closes is still answered, and told to reconnect elsewhere.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    frameworkErrors: (_: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      void answerRouterError(request, reply, app.get(RefusedRequests)),
    clientErrorHandler: answerBrokenHttp,
  });
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    bufferLogs: false,
    abortOnError: false,
    logger: new NestLogger(createLogger(service, { level: config.logLevel })),
  });
  const server = app.getHttpAdapter().getInstance();
  addEdgeHooks(server, app.get<Logger>(LOGGER));
  app.get(RouteTable).watch(server);
  const document = describeApi(app, { title });
  app.get(RouteTable).learnActs(document);
  const description = JSON.stringify(document);
  server.get('/openapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send(description));
  await app.init();
  await server.ready();
  return app;
}

/** Not ready, a pause for the balancer, no new connections, requests finished, pool closed. */
export async function stopApi(app: NestFastifyApplication, drainMs: number): Promise<void> {
  app.get(HealthRegistry).drain();
  await pause(drainMs);
  await app.close();
}

/** Stops in order when asked to; after 25 seconds without order. */
function stopOnSignal(app: NestFastifyApplication, { drainMs }: ServiceConfig, logger: Logger): void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ seconds: shutdownLimitMs / 1000 }, 'stopping took too long');
      process.exit(1);
    }, shutdownLimitMs).unref();
    await stopApi(app, drainMs);
    logger.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void stop(signal));
}
