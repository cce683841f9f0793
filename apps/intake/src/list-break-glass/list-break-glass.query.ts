import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { may, type RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { mayReviewEmergency, statusOf } from '../domain/emergency.js';
import { openNotes, toEmergency, type EmergencyRow } from '../storage/emergency.store.js';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly reviewed?: 'true' | 'false' | undefined;
}

const sql = `
  select * from emergency_access
  where (agency_id = $1 or custodian_agency_id = $1 or $2)
    and ($3::boolean is null or (reviewed_at is not null) = $3) and ($4::uuid is null or id < $4)
  order by id desc limit $5`;

/** Who opened which case in an emergency, newest first: those of the own agency, of its cases, or for oversight all. */
@Injectable()
export class ListBreakGlass {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query) {
    const { actor } = context;
    const after = this.cursors.decode<{ id: string }>(query.cursor, query);
    const reviewed = query.reviewed === undefined ? null : query.reviewed === 'true';
    return this.unitOfWork.read(context, async (tx, act) => {
      const overseen = may(actor, 'clock:oversee');
      const rows = await tx.query<EmergencyRow[]>(sql, [
        actor.agencyId,
        overseen,
        reviewed,
        after?.id ?? null,
        query.limit + 1,
      ]);
      const items = [];
      for (const row of rows.slice(0, query.limit)) items.push(await this.lineOf(tx, context, row));
      act.trail
        .listed(
          'emergency-access',
          items.map(({ id }) => id),
        )
        .about(...items.map(({ caseId }) => caseId))
        .allowedBy(overseen ? 'oversight' : 'own-agency');
      const page = this.cursors.page(items, rows.length > query.limit, ({ id }) => ({ id }), query);
      return done(page);
    });
  }
  /** The words are for whoever wrote them and for whoever reviews. */
  private async lineOf(tx: EntityManager, { actor, now }: RequestContext, row: EmergencyRow) {
    const access = toEmergency(row);
    const isReviewer = may(actor, 'emergency:review') && mayReviewEmergency(actor, access).ok;
    const readsWords = isReviewer || access.subject === actor.subject;
    return {
      ...access,
      status: statusOf(access, now),
      allowedActions: isReviewer && access.finding === undefined ? ['review'] : [],
      ...(readsWords ? await openNotes(tx, this.sealer, row) : {}),
    };
  }
}
