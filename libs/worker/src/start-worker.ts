import type { INestMicroservice, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AsyncMicroserviceOptions } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { topics } from '@rujukan/contracts';
import { ensureTopics, KafkaStrategy, openPublisher, Relay, type Publisher } from '@rujukan/messaging';
import type { Clock } from '@rujukan/kernel';
import {
  createLogger,
  NestLogger,
  serveHealth,
  type HealthServer,
  type Logger,
} from '@rujukan/observability';
import { assertFloor, startAct, UnitOfWork } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { ReleasedEvents } from './released-events.js';
import { Timers } from './timers.js';
import type { WorkerConfig } from './worker-config.js';
import { WorkerHealth } from './worker-health.js';

export interface WorkerOptions {
  readonly service: string;
  readonly config: WorkerConfig;
  /** The service's worker module; it imports `WorkerPlatformModule.forRoot`. */
  readonly module: Type;
  /** Topics whose events its `@OnEvent` handlers take. */
  readonly consumes: readonly string[];
}

export interface RunningWorker {
  /** Where /livez and /readyz are. */
  readonly url: string;
  /** Lets the work in hand finish and closes everything, in the order in which nothing is lost. */
  close(): Promise<void>;
}

/**
 * Boots a service's worker: the relay, the consumers, the timers. Broker and database may come and go while it runs.
 * SIGTERM and SIGINT end it.
 *
 * @throws when the database floor does not hold, or when handlers and `consumes` do not fit together.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const log = createLogger(options.service, { level: options.config.logLevel });
  const worker = await Worker.boot(options, log);
  try {
    await worker.start();
  } catch (error) {
    await worker.close();
    throw error;
  }
  const end = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'worker stops');
    setTimeout(() => process.exit(1), patienceAtEndMs).unref();
    void worker.close();
  };
  process.once('SIGTERM', end).once('SIGINT', end);
  return worker;
}

/** A worker that cannot finish by then is ended: what it had not committed comes again. */
const patienceAtEndMs = 20_000;

class Worker implements RunningWorker {
  private server: HealthServer | undefined;
  private closing: Promise<void> | undefined;
  private readonly relay: Relay;
  private readonly released: ReleasedEvents;
  private readonly timers: Timers;
  private readonly health: WorkerHealth;

  private constructor(
    private readonly options: WorkerOptions,
    private readonly app: INestMicroservice,
    private readonly strategy: KafkaStrategy,
    private readonly log: Logger,
  ) {
    const { service } = options;
    const database = app.get(DataSource);
    this.relay = new Relay({ service, database, log, openPublisher: () => this.openPublisher() });
    this.released = new ReleasedEvents(strategy, log);
    this.timers = app.get(Timers);
    this.health = app.get(WorkerHealth);
    this.health.watch('consumer', strategy);
    this.health.watch('relay', this.relay);
    this.health.watch('timers', this.timers);
  }

  static async boot(options: WorkerOptions, log: Logger): Promise<Worker> {
    const { service, config, consumes } = options;
    let strategy: KafkaStrategy | undefined;
    const app = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(options.module, {
      logger: new NestLogger(log),
      abortOnError: false,
      inject: [DataSource],
      useFactory: (database: DataSource) => {
        strategy = new KafkaStrategy({
          service,
          brokers: config.kafkaBrokers,
          topics: consumes,
          replication: config.kafkaReplication ?? 1,
          database,
          log,
        });
        return { strategy };
      },
    });
    if (!strategy) throw new Error('Nest made no transport');
    return new Worker(options, app, strategy, log);
  }

  get url(): string {
    return this.server?.url ?? '';
  }

  async start(): Promise<void> {
    const { config } = this.options;
    await assertFloor(this.app.get(DataSource));
    this.server = await serveHealth(config.host, config.workerPort, this.health);
    await this.recordStart();
    await this.app.listen();
    this.relay.start();
    this.released.start();
    this.timers.start(this.log);
    this.log.info({ url: this.url }, 'worker runs');
  }

  private async recordStart(): Promise<void> {
    const { service, config, consumes } = this.options;
    const settings = [config.kafkaBrokers, config.kafkaReplication ?? 1, consumes, config.logLevel];
    const now = this.app.get<Clock>(CLOCK).now();
    const act = startAct({ service, process: 'worker', now }, settings);
    await this.app.get(UnitOfWork).reported(() => Promise.resolve([[act], undefined]));
  }

  close(): Promise<void> {
    this.closing ??= this.closeInOrder();
    return this.closing;
  }

  /** Nothing new is taken in, what is in hand is finished and sent, and the database goes last. */
  private async closeInOrder(): Promise<void> {
    this.health.drain();
    await Promise.all([this.strategy.close(), this.timers.stop(), this.released.stop()]);
    await this.relay.stop();
    await this.app.close();
    await this.server?.close();
    this.log.info({}, 'worker stopped');
  }

  private async openPublisher(): Promise<Publisher> {
    const { service, config } = this.options;
    const address = { brokers: config.kafkaBrokers, clientId: `${service}-relay`, log: this.log };
    await ensureTopics(address, {
      replication: config.kafkaReplication ?? 1,
      topics: topics.filter((topic) => topic.owner === service || topic.owner === '*'),
    });
    return openPublisher(address);
  }
}
