import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testDatabase, type TestDatabase } from '@rujukan/testing';
import { createApi, serviceConfig } from '../src/index.js';
import {
  answers,
  claimsFor,
  goodHeader,
  jwkOf,
  localIssuer,
  rsaKey,
  signed,
  type Answer,
  type LocalIssuer,
} from './local-issuer.js';
import { CreateNotes1767225600000, smallService } from './small-service.js';

const key = rsaKey('signing');

export interface ServiceOptions {
  readonly env?: Record<string, string>;
  /** What the issuer's key endpoint answers at first. */
  readonly answer?: Answer;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly database: TestDatabase;
  readonly issuer: LocalIssuer;
  /** Lets the issuer answer with its keys. */
  readonly keys: Answer;
  readonly link: Link;
  /** Value of an Authorization header. */
  bearer(role?: string, more?: Record<string, unknown>): string;
}

const opened: (() => Promise<void>)[] = [];

/** Closes every service of the suite, also one that did not start or whose test failed. */
export async function closeServices(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

/** A small service over a real database, through a link that can be cut. */
export async function runningService(options: ServiceOptions = {}): Promise<RunningService> {
  const keys = answers.keys(jwkOf(key));
  const database = await testDatabase('referral', [CreateNotes1767225600000]);
  opened.push(() => database.close());
  const issuer = await localIssuer(options.answer ?? keys);
  opened.push(() => issuer.close());
  const link = await linkTo(database.urls.app);
  opened.push(() => link.close());
  const config = serviceConfig({
    PORT: '0',
    DATABASE_URL: link.url,
    OIDC_ISSUER: issuer.issuer,
    OIDC_CLIENTS: 'rujukan-portal,agency-*',
    CURSOR_SECRET: 'ab'.repeat(32),
    LOG_LEVEL: 'silent',
    ...options.env,
  });
  const app = await createApi({ service: 'referral', config, module: smallService(config), title: 'Notes' });
  opened.push(() => app.close());
  await app.listen(0, '127.0.0.1');
  const bearer = (role = 'case-manager', more: Record<string, unknown> = {}) => {
    const claims = claimsFor(issuer.issuer, new Date(), { realm_access: { roles: [role] }, ...more });
    return `Bearer ${signed(goodHeader(key), claims, key)}`;
  };
  return { app, url: await app.getUrl(), database, issuer, keys, link, bearer };
}

/** A TCP link to the database: cut, nobody gets through. */
export interface Link {
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

async function linkTo(target: string): Promise<Link> {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server;
  const open = (port: number) =>
    new Promise<Server>((resolve) => {
      const listening = createServer((socket) => {
        const onward = connect(Number(to.port), to.hostname);
        for (const end of [socket, onward]) {
          sockets.add(end);
          end
            .on('error', () => undefined)
            .on('close', () => {
              sockets.delete(end);
              socket.destroy();
              onward.destroy();
            });
        }
        socket.pipe(onward).pipe(socket);
      });
      listening.listen(port, '127.0.0.1', () => resolve(listening));
    });
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  server = await open(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(target);
  url.port = String(port);
  return {
    url: url.href,
    cut,
    mend: async () => {
      server = await open(port);
    },
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}
