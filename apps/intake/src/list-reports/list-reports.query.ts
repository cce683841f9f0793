import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { CodeOf, reportStatus } from '@rujukan/contracts';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import { agencyOf } from '../domain/policy.js';

export interface ReportFilter {
  readonly box: 'received' | 'filed';
  readonly status?: CodeOf<typeof reportStatus> | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly receivedAt: Date;
  readonly filedByAgencyId: string;
  readonly recipientAgencyId: string;
  readonly channel: string;
  readonly immediateSafety: string;
  readonly areaCode: string | null;
  readonly childrenCount: number;
}

/** Newest first; the index is by agency, so the filter does not rest on row security. */
const sql = (box: ReportFilter['box']): string => `
  select id, number, status, version, received_at as "receivedAt", filed_by_agency_id as "filedByAgencyId",
    recipient_agency_id as "recipientAgencyId", channel, immediate_safety as "immediateSafety",
    area_code as "areaCode", children_count as "childrenCount"
  from report
  where ${box === 'filed' ? 'filed_by_agency_id' : 'recipient_agency_id'} = $1
    and ($2::text is null or status = $2) and ($3::uuid is null or id < $3)
  order by id desc limit $4`;

/** The agency's reports without names and stories: enough to choose which one to open. */
@Injectable()
export class ListReports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, filter: ReportFilter) {
    const { box, status, limit } = filter;
    const after = this.cursors.decode<{ id: string }>(filter.cursor, { list: 'reports', box, status });
    return this.unitOfWork.read(context, async (tx, act) => {
      const rows = await tx.query<Row[]>(sql(box), [
        agencyOf(context.actor),
        status ?? null,
        after?.id ?? null,
        limit + 1,
      ]);
      const items = rows.slice(0, limit).map(compact);
      act.trail
        .listed(
          'report',
          items.map((item) => item.id),
        )
        .allowedBy(`report-${box}`);
      const bound = { list: 'reports', box, status };
      return done(this.cursors.page(items, rows.length > limit, ({ id }) => ({ id }), bound));
    });
  }
}
