import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { agencyOf, mayApprove } from '../domain/policy.js';

export interface ClosureFilter {
  readonly status?: 'requested' | 'approved' | 'lapsed' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ClosureItem {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly status: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly version: number;
  /** Whether the reader could approve it: somebody else asked for it. */
  readonly mayApprove: boolean;
}

type Row = Omit<ClosureItem, 'mayApprove'> & { readonly requestedBy: string };

/** Closure requests of the reader's agency, newest first. Notes stay sealed: they are read with the case. */
@Injectable()
export class ListClosureRequests {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, filter: ClosureFilter): Promise<Outcome<Page<ClosureItem>, never>> {
    const after = this.cursors.decode<{ id: string }>(filter.cursor, filter);
    return this.uow.read(context, async (tx, act) => {
      const rows = await tx.query<Row[]>(sql, [
        agencyOf(context.actor),
        filter.status ?? null,
        after?.id ?? null,
        filter.limit + 1,
      ]);
      const items = rows.slice(0, filter.limit).map(({ requestedBy, ...item }) => ({
        ...item,
        mayApprove: item.status === 'requested' && mayApprove(context.actor, requestedBy).ok,
      }));
      act.trail
        .allowedBy('custody')
        .about(...items.map((item) => item.caseId))
        .listed(
          'closure',
          items.map((item) => item.id),
        );
      return done(this.cursors.page(items, rows.length > filter.limit, ({ id }) => ({ id }), filter));
    });
  }
}

const sql = `
  select c.id, c.case_id as "caseId", f.case_number as "caseNumber", c.status, c.reason,
         c.requested_at as "requestedAt", c.version, c.requested_by as "requestedBy"
    from closure c join case_custody f on f.case_id = c.case_id and f.custodian_agency_id = c.agency_id
   where c.agency_id = $1 and ($2::text is null or c.status = $2) and ($3::uuid is null or c.id < $3)
   order by c.id desc limit $4`;
