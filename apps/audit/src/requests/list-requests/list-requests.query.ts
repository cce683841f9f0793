import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { may, type RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { isLate } from '../../domain/data-subject-request.js';
import { warned } from '../../domain/warned.js';
import { openRequest, toRequest, type RequestRow } from '../../storage/data-subject-request.store.js';
import { findInRegister, type RegisterQuery } from '../../storage/register.finder.js';

/** What people asked, newest first; in words for the agency that was asked, and without them for those who oversee it. */
@Injectable()
export class ListRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: RegisterQuery) {
    const { actor } = context;
    const after = this.cursors.decode<{ id: string }>(query.cursor, query);
    return this.unitOfWork.read(context, async (tx, act) => {
      const reader = { agencyId: actor.agencyId, isOverseer: may(actor, 'clock:oversee') };
      const rows = await findInRegister<RequestRow>(tx, 'data_subject_request', reader, {
        ...query,
        after: after?.id,
      });
      const items = [];
      for (const row of rows.slice(0, query.limit)) items.push(await this.lineOf(tx, context, row));
      act.trail
        .allowedBy('request-register')
        .listed(
          'data-subject-request',
          items.map(({ id }) => id),
        )
        .about(...items.map(({ caseId }) => caseId));
      const page = this.cursors.page(items, rows.length > query.limit, ({ id }) => ({ id }), query);
      return done(page);
    });
  }

  private async lineOf(tx: EntityManager, { actor, now }: RequestContext, row: RequestRow) {
    const request = toRequest(row);
    const isOwn = request.agencyId === actor.agencyId && may(actor, 'data-request:write');
    return {
      ...request,
      isLate: isLate(request, now),
      ...compact({
        warned: warned({ from: request.receivedAt, dueAt: request.dueAt, doneAt: request.answeredAt }, now),
      }),
      allowedActions: isOwn && request.status === 'received' ? ['answer'] : [],
      ...(isOwn ? await openRequest(tx, this.sealer, row) : {}),
    };
  }
}
