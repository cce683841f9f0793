import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { backOff, pauseUnless, type Log } from '@rujukan/messaging';
import { everyMetadata } from './every.js';

interface Timer {
  readonly name: string;
  readonly ms: number;
  readonly run: () => Promise<unknown>;
}

/** Runs every method marked with `@Every`, one worker of the service at a time. */
@Injectable()
export class Timers {
  private readonly stopping = new AbortController();
  private readonly startedAt = new Map<string, number>();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly database: DataSource,
  ) {}

  start(log: Log): void {
    this.loops = this.found().map((timer) => this.loop(timer, log));
  }

  /** Waits for the runs in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  /** False when a run has hung for a minute. */
  isAlive(): boolean {
    const since = performance.now() - 60_000;
    return [...this.startedAt.values()].every((at) => at > since);
  }

  isReady(): boolean {
    return true;
  }

  private found(): Timer[] {
    return this.discovery.getProviders().flatMap(({ instance }) => this.timersOf(instance as unknown));
  }

  private timersOf(instance: unknown): Timer[] {
    const prototype = typeof instance === 'object' && instance !== null ? prototypeOf(instance) : null;
    if (prototype === null) return [];
    const methods = instance as Record<string, unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const run = methods[method];
      const ms =
        typeof run === 'function' ? this.reflector.get<number | undefined>(everyMetadata, run) : undefined;
      if (typeof run !== 'function' || ms === undefined) return [];
      const name = `${prototype.constructor.name}.${method}`;
      return [{ name, ms, run: () => run.call(instance) as Promise<unknown> }];
    });
  }

  private async loop(timer: Timer, log: Log): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted;) {
      try {
        this.startedAt.set(timer.name, performance.now());
        await this.runAlone(timer);
        failures = 0;
      } catch (error) {
        failures += 1;
        log.error({ err: error, timer: timer.name, attempt: failures }, 'timer failed; it will run again');
      }
      this.startedAt.delete(timer.name);
      await pauseUnless(signal, Math.max(timer.ms, backOff(failures)));
    }
  }

  private async runAlone(timer: Timer): Promise<void> {
    const lock = `timer ${timer.name}`;
    const connection = this.database.createQueryRunner();
    try {
      const [row] = (await connection.query('select pg_try_advisory_lock(hashtext($1)) as mine', [lock])) as {
        mine: boolean;
      }[];
      if (!row?.mine) return;
      try {
        await timer.run();
      } finally {
        await connection.query('select pg_advisory_unlock(hashtext($1))', [lock]);
      }
    } finally {
      await connection.release();
    }
  }
}

const prototypeOf = (instance: object): object | null => Object.getPrototypeOf(instance) as object | null;
