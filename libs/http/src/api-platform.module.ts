import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DataSource, type EntitySchema } from 'typeorm';
import type { Clock } from '@rujukan/kernel';
import { createLogger, HealthRegistry, type Logger } from '@rujukan/observability';
import { PersistenceModule } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { Cursors } from './cursors.js';
import { HealthHttp } from './health.http.js';
import { KeySet } from './key-set.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimit } from './rate-limit.js';
import { RefusedRequests } from './refused-requests.js';
import { RouteGuard } from './route-guard.js';
import { RouteTable } from './route-table.js';
import { SchemaPipe } from './schema.pipe.js';
import type { ServiceConfig } from './service-config.js';
import { TokenVerifier } from './token-verifier.js';
import { LOGGER } from './tokens.js';

export interface ApiPlatformOptions {
  /** Name of the service and of its database, `referral` for example. */
  readonly service: string;
  readonly config: ServiceConfig;
  readonly entities?: readonly EntitySchema[];
}

/** Everything that a service's API stands on: database, clock, guard, pipe, filter, cursors, health. */
@Module({})
export class ApiPlatformModule {
  static forRoot(options: ApiPlatformOptions): DynamicModule {
    const { service, config, entities = [] } = options;
    return {
      global: true,
      module: ApiPlatformModule,
      imports: [
        PersistenceModule.forRoot({
          service,
          url: config.databaseUrl,
          applicationName: `${service}-api`,
          entities,
          clockFile: config.clockFile,
        }),
      ],
      controllers: [HealthHttp],
      providers: [...edge, ...shared(options)],
      exports: [Cursors, HealthRegistry, LOGGER, RouteTable],
    };
  }
}

const edge: readonly Provider[] = [
  { provide: APP_GUARD, useClass: RouteGuard },
  { provide: APP_PIPE, useClass: SchemaPipe },
  { provide: APP_FILTER, useClass: ProblemFilter },
];

const shared = ({ service, config }: ApiPlatformOptions): readonly Provider[] => [
  RouteTable,
  RefusedRequests,
  { provide: LOGGER, useFactory: () => createLogger(service, { level: config.logLevel }) },
  { provide: Cursors, useFactory: () => new Cursors(config.cursorSecret) },
  { provide: RateLimit, useFactory: () => new RateLimit(config.rateLimitPerMinute) },
  {
    provide: KeySet,
    inject: [CLOCK, LOGGER],
    useFactory: (clock: Clock, logger: Logger) => new KeySet({ uri: config.jwksUri, clock, logger }),
  },
  {
    provide: TokenVerifier,
    inject: [KeySet, CLOCK],
    useFactory: (keys: KeySet, clock: Clock) => new TokenVerifier(keys, config, clock),
  },
  {
    provide: HealthRegistry,
    inject: [DataSource],
    useFactory: (database: DataSource) => {
      const health = new HealthRegistry();
      health.add('database', async () => (await database.query<unknown[]>('select 1')).length === 1);
      return health;
    },
  },
];
