import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { CaseId } from '../domain/ids.js';
import { agencyOf, ruleOf } from '../domain/policy.js';
import { standingOf } from '../storage/custody.store.js';

/** One thing that happened, without a word of what was said. */
export interface TimelineItem {
  readonly at: Date;
  /** `plan.agreed`, `service-event.attended`, `closure.requested`, `case.closed` and the like. */
  readonly type: string;
  readonly agencyId: string;
  readonly entity: { readonly type: string; readonly id: string };
  /** Service type of a contact, reason of a closure. */
  readonly code?: string;
}

interface Row {
  readonly at: Date;
  readonly type: string;
  readonly agencyId: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly code: string | null;
  /** Tie-breaker, so that a page ends between two things of one instant. */
  readonly place: string;
}

interface Position {
  readonly at: string;
  readonly place: string;
}

/** What this service knows of a case, newest first: plan, contacts, closure. */
@Injectable()
export class GetCaseTimeline {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(
    context: RequestContext,
    caseId: CaseId,
    filter: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Outcome<Page<TimelineItem>, 'not-found'>> {
    const after = this.cursors.decode<Position>(filter.cursor, { caseId });
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(caseId);
      const standing = await standingOf(tx, context.actor, caseId);
      if (!standing) return refuse('not-found');
      const rule = ruleOf(standing);
      act.trail.allowedBy(rule.policy, rule.lawfulBasis);

      const rows = await tx.query<Row[]>(sql, [
        caseId,
        agencyOf(context.actor),
        standing.basis === 'custodian',
        after?.at ?? null,
        after?.place ?? null,
        filter.limit + 1,
      ]);
      const page = rows.slice(0, filter.limit);
      act.trail.resultCount = page.length;
      const last = page.at(-1);
      const items = page.map(itemOf);
      if (rows.length <= filter.limit || !last) return done({ items });
      const position: Position = { at: last.at.toISOString(), place: last.place };
      return done({ items, next: this.cursors.encode(position, { caseId }) });
    });
  }
}

const itemOf = (row: Row): TimelineItem => ({
  at: row.at,
  type: row.type,
  agencyId: row.agencyId,
  entity: { type: row.entityType, id: row.entityId },
  ...(row.code === null ? {} : { code: row.code }),
});

const sql = `
  select at, type, agency_id as "agencyId", entity_type as "entityType", entity_id as "entityId", code, place from (
    select date_trunc('milliseconds', agreed_at) as at, 'plan.agreed' as type, agency_id, 'plan' as entity_type,
           plan_id as entity_id, null as code, 'plan:' || version as place
      from plan_revision where case_id = $1
    union all
    select date_trunc('milliseconds', recorded_at), 'service-event.' || status, agency_id, 'service-event', id,
           service_type, 'service-event:' || id
      from service_event where case_id = $1 and ($3 or agency_id = $2)
    union all
    select date_trunc('milliseconds', requested_at), 'closure.requested', agency_id, 'closure', id, reason,
           'closure-1:' || id
      from closure where case_id = $1 and $3
    union all
    select date_trunc('milliseconds', coalesce(approved_at, lapsed_at)),
           case status when 'approved' then 'case.closed' else 'closure.lapsed' end, agency_id, 'closure', id, reason,
           'closure-2:' || id
      from closure where case_id = $1 and $3 and status <> 'requested'
  ) happened
  where $4::timestamptz is null or (at, place) < ($4, $5::text)
  order by at desc, place desc limit $6`;
