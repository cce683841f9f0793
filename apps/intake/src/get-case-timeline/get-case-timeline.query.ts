import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import type { CaseId } from '../domain/ids.js';
import { agencyOf, mayReadCase, ruleOf } from '../domain/policy.js';
import { findGrants } from '../storage/access.store.js';

interface Row {
  readonly at: Date;
  readonly type: string;
  readonly definition: string | null;
  readonly dueAt: Date | null;
  readonly isLate: boolean | null;
  readonly shareProfile: string | null;
}

/** Clocks and the police report are the custodian's duty and shown to it alone; others see their own access. */
const sql = `
  select at, type, definition, due_at as "dueAt", is_late as "isLate", share_profile as "shareProfile" from (
    select opened_at as at, 'case-opened' as type, null as definition, null::timestamptz as due_at,
        null::boolean as is_late, null as share_profile, 0 as place
      from case_file where id = $1
    union all select police_reported_at, 'police-report-recorded', null, null, null, null, 3
      from case_file where id = $1 and custodian_agency_id = $2 and police_reported_at is not null
    union all select closed_at, 'case-closed', null, null, null, null, 9
      from case_file where id = $1 and status = 'closed'
    union all select granted_at, case basis when 'custodian' then 'custody-began' else 'access-granted' end,
        null, null, null, share_profile, 1
      from case_access where case_id = $1 and agency_id = $2
    union all select ended_at, case basis when 'custodian' then 'custody-ended' else 'access-ended' end,
        null, null, null, share_profile, 8
      from case_access where case_id = $1 and agency_id = $2 and ended_at is not null
    union all select started_at, 'clock-started', definition, due_at, null, null, 2
      from duty_clock where case_id = $1 and agency_id = $2
    union all select breached_at, 'clock-breached', definition, due_at, null, null, 4
      from duty_clock where case_id = $1 and agency_id = $2 and breached_at is not null
    union all select stopped_at, 'clock-met', definition, due_at, is_late, null, 5
      from duty_clock where case_id = $1 and agency_id = $2 and stopped_at is not null
  ) moment order by at, place`;

/** What this service knows of a case, oldest first. Other services tell the rest. */
@Injectable()
export class GetCaseTimeline {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId) {
    return this.unitOfWork.read(context, async (tx, act) => {
      const agency = agencyOf(context.actor);
      act.trail.touched('case', id).about(id);
      const grants = agency === null ? [] : await findGrants(tx, id, agency);
      if (!mayReadCase(grants).ok) return refuse('not-found');
      const rows = await tx.query<Row[]>(sql, [id, agency]);
      act.trail.allowedBy(ruleOf(grants));
      return done({ caseId: id, items: rows.map(compact) });
    });
  }
}
