import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { openLateReason, overseenClocks, type ClockQuery } from '@rujukan/clockwork';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';

/** Every agency's duties without a case by which anybody could be found, and why a limit of the law was missed. */
@Injectable()
export class OverseeClocks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: ClockQuery) {
    return this.unitOfWork.read(context, async (tx, act) =>
      done(
        await overseenClocks(tx, act, { context, query, cursors: this.cursors }, (found) =>
          openLateReason(tx, this.sealer, found),
        ),
      ),
    );
  }
}
