import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { Every } from './every.js';

const dayMs = 24 * 3_600_000;

/**
 * Says each day up to which number this service has given its entries away. The entry that says it takes the next number:
 * what the broker lost before it becomes a hole that shows, also where nobody used the service since.
 */
@Injectable()
export class CountEntriesTimer {
  private hasStarted = false;

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The first turn says nothing: the start of the process is an entry with a number too. */
  @Every(dayMs)
  async run(): Promise<void> {
    if (this.hasStarted) await this.count();
    this.hasStarted = true;
  }

  private async count(): Promise<void> {
    const act = { type: 'outbox.count', action: 'E', purpose: 'operations' } as const;
    await this.unitOfWork.timer(act, async (tx, { trail }) => {
      const given = await tx.query<{ src: string; last: string }[]>(
        'select src, next_seq - 1 as last from relay_source where next_seq > 1 order by src',
      );
      for (const { src, last } of given) trail.touched('source', src).touched('source-numbers', `1-${last}`);
    });
  }
}
