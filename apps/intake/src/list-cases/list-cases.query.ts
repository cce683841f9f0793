import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import { agencyOf } from '../domain/policy.js';
import { aliasOf } from '../storage/alias.js';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly riskLevel: string;
  readonly ageBand: string;
  readonly custodianAgencyId: string;
  readonly openedAt: Date;
  readonly basis: 'custodian' | 'handoff';
  readonly nextDuty: { readonly definition: string; readonly dueAt: string; readonly state: string } | null;
}

/**
 * Newest first, driven by the access of one agency: the page is cut from its index before a case is touched,
 * so that the length of a list costs nothing and row security only confirms.
 */
const sql = `
  select file.id, file.number, file.status, file.risk_level as "riskLevel", file.age_band as "ageBand",
    file.custodian_agency_id as "custodianAgencyId", file.opened_at as "openedAt",
    case when held.is_custodian then 'custodian' else 'handoff' end as basis,
    (select json_build_object('definition', duty.definition, 'dueAt', duty.due_at, 'state', duty.state)
      from duty_clock duty
      where duty.case_id = file.id and duty.agency_id = $1 and duty.state in ('running', 'breached')
      order by duty.due_at limit 1) as "nextDuty"
  from (
    select case_id, bool_or(basis = 'custodian') as is_custodian from case_access
    where agency_id = $1 and ended_at is null and ($2::uuid is null or case_id < $2)
    group by case_id order by case_id desc limit $3
  ) held join case_file file on file.id = held.case_id
  order by file.id desc`;

/** The agency's cases without names: number, alias, risk, and what must be done next. */
@Injectable()
export class ListCases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const after = this.cursors.decode<{ id: string }>(cursor, { list: 'cases' });
    return this.unitOfWork.read(context, async (tx, act) => {
      const agency = agencyOf(context.actor);
      const rows = await tx.query<Row[]>(sql, [agency, after?.id ?? null, limit + 1]);
      const items = rows.slice(0, limit).map((row) => ({
        ...compact({ ...row, nextDuty: dutyOf(row) }),
        alias: aliasOf(row.id, agency ?? ''),
      }));
      const ids = items.map((item) => item.id);
      act.trail
        .listed('case', ids)
        .about(...ids)
        .allowedBy('case-access');
      return done(this.cursors.page(items, rows.length > limit, ({ id }) => ({ id }), { list: 'cases' }));
    });
  }
}

const dutyOf = ({ nextDuty }: Row) =>
  nextDuty === null ? undefined : { ...nextDuty, dueAt: new Date(nextDuty.dueAt) };
