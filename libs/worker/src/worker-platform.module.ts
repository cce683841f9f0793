import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DataSource, type EntitySchema } from 'typeorm';
import { PersistenceModule } from '@rujukan/persistence';
import { CountEntriesTimer } from './count-entries.timer.js';
import { HousekeepingTimer } from './housekeeping.timer.js';
import { Timers } from './timers.js';
import type { WorkerConfig } from './worker-config.js';
import { WorkerHealth } from './worker-health.js';

export interface WorkerPlatformOptions {
  /** The service that owns the database, `referral` for example. */
  readonly service: string;
  readonly config: WorkerConfig;
  readonly entities?: readonly EntitySchema[];
}

/** Gives a worker its `DataSource` (role `<service>_worker`), `UnitOfWork`, `CLOCK`, timers and `WorkerHealth`. */
@Global()
@Module({})
export class WorkerPlatformModule {
  static forRoot({ service, config, entities = [] }: WorkerPlatformOptions): DynamicModule {
    return {
      module: WorkerPlatformModule,
      imports: [
        DiscoveryModule,
        PersistenceModule.forRoot({
          service,
          url: config.workerDatabaseUrl,
          applicationName: `${service}-worker`,
          entities,
          clockFile: config.clockFile,
        }),
      ],
      providers: [
        HousekeepingTimer,
        CountEntriesTimer,
        {
          provide: WorkerHealth,
          inject: [DataSource],
          useFactory: (database: DataSource) => new WorkerHealth(database),
        },
        {
          provide: Timers,
          inject: [DiscoveryService, MetadataScanner, Reflector, DataSource],
          useFactory: (...parts: ConstructorParameters<typeof Timers>) => new Timers(...parts),
        },
      ],
      exports: [WorkerHealth, PersistenceModule],
    };
  }
}
