import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HealthRegistry } from '@rujukan/observability';

/** A part of the worker that runs by itself and can say how it is. */
export interface Part {
  /** False when only a restart of the process can help. */
  isAlive(): boolean;
  /** False while it does no work, for example because the broker is away. */
  isReady(): boolean;
}

/** What /livez and /readyz of a worker are made of. Code that starts a consumer of its own adds it here. */
@Injectable()
export class WorkerHealth {
  private readonly parts = new Map<string, Part>();
  private readonly readinessOf = new HealthRegistry();

  constructor(database: DataSource) {
    this.readinessOf.add('database', async () => {
      await database.query('select 1');
      return true;
    });
  }

  watch(name: string, part: Part): void {
    this.parts.set(name, part);
    this.readinessOf.add(name, () => Promise.resolve(part.isReady()));
  }

  /** Something that people must know and that keeps nothing from working. */
  remark(name: string, isWell: () => boolean): void {
    this.readinessOf.remark(name, isWell);
  }

  /** Names of the parts that only a restart can help. */
  dead(): string[] {
    return [...this.parts].filter(([, part]) => !part.isAlive()).map(([name]) => name);
  }

  readiness() {
    return this.readinessOf.readiness();
  }

  /** From now on not ready: the process is being stopped. */
  drain(): void {
    this.readinessOf.drain();
  }
}
