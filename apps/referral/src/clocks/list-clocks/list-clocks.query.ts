import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { ownClocks, type ClockQuery } from '@rujukan/clockwork';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';

/** What the agency owes and what others owe it, by deadline. */
@Injectable()
export class ListClocks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: ClockQuery) {
    return this.uow.read(context, async (tx, act) =>
      done(await ownClocks(tx, act, { context, query, cursors: this.cursors })),
    );
  }
}
