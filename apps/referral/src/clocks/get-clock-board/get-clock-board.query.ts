import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { clockBoard } from '@rujukan/clockwork';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';

/** Open clocks counted by agency and step: those of the agency and its partners, or all of them for oversight. */
@Injectable()
export class GetClockBoard {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext) {
    return this.uow.read(context, async (tx, act) => done({ groups: await clockBoard(tx, act, context) }));
  }
}
