import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { overseenClocks, type ClockQuery } from '@rujukan/clockwork';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';

/** Every agency's clocks, without a case by which anybody could be found. */
@Injectable()
export class OverseeClocks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: ClockQuery) {
    return this.uow.read(context, async (tx, act) =>
      done(
        await overseenClocks(tx, act, { context, query, cursors: this.cursors }, () => Promise.resolve({})),
      ),
    );
  }
}
