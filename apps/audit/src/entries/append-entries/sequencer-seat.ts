import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { pauseUnless } from '@rujukan/messaging';
import { takeOver, takeSeat } from '../../storage/log.store.js';

const askEveryMs = 500;

/**
 * Lets one process at a time write the log. The advisory lock keeps the others waiting; it goes when its connection
 * goes, and a process that has not noticed yet is stopped by the epoch, which the next one has raised.
 */
@Injectable()
export class SequencerSeat {
  constructor(private readonly database: DataSource) {}

  /**
   * Waits for the seat and works while it is held.
   *
   * @param work gets the epoch and a signal that says when to stop: the seat was lost, or `stop` was given.
   * @throws when the connection, and with it the seat, is lost.
   */
  async hold(stop: AbortSignal, work: (epoch: number, until: AbortSignal) => Promise<void>): Promise<void> {
    const connection = this.database.createQueryRunner();
    const lost = new AbortController();
    try {
      while (!stop.aborted && !(await takeSeat(connection))) await pauseUnless(stop, askEveryMs);
      if (stop.aborted) return;
      const epoch = await takeOver(this.database.manager);
      const working = work(epoch, AbortSignal.any([stop, lost.signal])).finally(() => lost.abort());
      try {
        await this.watch(connection, AbortSignal.any([stop, lost.signal]));
      } finally {
        lost.abort();
        await working;
      }
    } finally {
      await letGo(connection);
    }
  }

  private async watch(connection: QueryRunner, until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await connection.query('select 1');
      await pauseUnless(until, askEveryMs);
    }
  }
}

async function letGo(connection: QueryRunner): Promise<void> {
  try {
    if (!connection.isReleased) await connection.query('select pg_advisory_unlock_all()');
  } catch {
    // The connection is gone, and the lock with it.
  }
  await connection.release();
}
