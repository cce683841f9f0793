import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Clock } from '@rujukan/kernel';
import { CLOCK, clockFrom } from '@rujukan/time';
import { dataSourceOptions, type DatabaseConfig } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

export interface PersistenceOptions extends DatabaseConfig {
  /** The service that owns this database, `referral` for example. */
  readonly service: string;
  /** File of the movable clock; absent outside demo and test. */
  readonly clockFile?: string | undefined;
}

/** Gives an app its `DataSource`, its `UnitOfWork` and its `CLOCK`. */
@Global()
@Module({})
export class PersistenceModule {
  static forRoot(options: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(options), retryAttempts: 60, retryDelay: 500 })],
      providers: [
        { provide: CLOCK, useFactory: () => clockFrom(options.clockFile) },
        {
          provide: UnitOfWork,
          inject: [DataSource, CLOCK],
          useFactory: (database: DataSource, clock: Clock) =>
            new UnitOfWork(database, options.service, clock),
        },
      ],
      exports: [CLOCK, UnitOfWork, TypeOrmModule],
    };
  }
}
