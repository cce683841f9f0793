import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { may, type RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { mayErase } from '../../domain/erasure.js';
import { openReason, toDone, toErasure, type ErasureRow } from '../../storage/erasure.store.js';
import { isHeld } from '../../storage/legal-hold.store.js';
import { findInRegister, type RegisterQuery } from '../../storage/register.finder.js';

/** What was asked to be destroyed and what was, newest first; the reason in words for the own agency alone. */
@Injectable()
export class ListErasures {
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
      const rows = await findInRegister<ErasureRow>(tx, 'erasure', reader, { ...query, after: after?.id });
      const items = [];
      for (const row of rows.slice(0, query.limit)) items.push(await this.lineOf(tx, context, row));
      act.trail
        .allowedBy('own-register')
        .listed(
          'erasure',
          items.map(({ id }) => id),
        )
        .about(...items.map(({ caseId }) => caseId));
      const page = this.cursors.page(items, rows.length > query.limit, ({ id }) => ({ id }), query);
      return done(page);
    });
  }

  private async lineOf(tx: EntityManager, { actor }: RequestContext, row: ErasureRow) {
    const { requested, ...erasure } = toErasure(row);
    const isOwn = erasure.agencyId === actor.agencyId;
    const standing = { subject: actor.subject, isHeld: await isHeld(tx, erasure.caseId) };
    const mayApprove = isOwn && may(actor, 'erasure:approve') && mayErase(toErasure(row), standing).ok;
    const finished = toDone(row);
    return {
      ...erasure,
      requestedAt: requested.at,
      ...(finished ? { erasedAt: finished.approved.at, details: finished.destroyed.details } : {}),
      allowedActions: mayApprove ? ['approve'] : [],
      ...(isOwn ? { reason: await openReason(tx, this.sealer, row) } : {}),
    };
  }
}
