import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { may, type RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { openHold, toHold, type HoldRow } from '../../storage/legal-hold.store.js';
import { findInRegister, type RegisterQuery } from '../../storage/register.finder.js';

/** What may not be destroyed for now, newest first; the reasons in words for the own agency alone. */
@Injectable()
export class ListHolds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: RegisterQuery) {
    const { actor } = context;
    const after = this.cursors.decode<{ id: string }>(query.cursor, query);
    return this.unitOfWork.read(context, async (tx, act) => {
      const reader = { agencyId: actor.agencyId, isOverseer: may(actor, 'audit:read') };
      const rows = await findInRegister<HoldRow>(tx, 'legal_hold', reader, { ...query, after: after?.id });
      const items = [];
      for (const row of rows.slice(0, query.limit)) items.push(await this.lineOf(tx, context, row));
      act.trail
        .allowedBy('own-register')
        .listed(
          'legal-hold',
          items.map(({ id }) => id),
        )
        .about(...items.map(({ caseId }) => caseId));
      const page = this.cursors.page(items, rows.length > query.limit, ({ id }) => ({ id }), query);
      return done(page);
    });
  }

  private async lineOf(tx: EntityManager, { actor }: RequestContext, row: HoldRow) {
    const hold = toHold(row);
    const isOwn = hold.agencyId === actor.agencyId;
    const mayRelease = isOwn && may(actor, 'legal-hold:write') && hold.status === 'placed';
    return {
      ...hold,
      allowedActions: mayRelease ? ['release'] : [],
      ...(isOwn ? await openHold(tx, this.sealer, row) : {}),
    };
  }
}
