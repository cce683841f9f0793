import { Injectable } from '@nestjs/common';
import { may, type RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import { findDue } from '../../storage/retention.store.js';

interface After {
  readonly dueAt: string;
  readonly caseId: string;
}

/** Cases whose time is over, longest over first: what the night's look proposes to destroy. Two people decide. */
@Injectable()
export class ListDue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const { actor, now } = context;
    const after = this.cursors.decode<After>(cursor, { list: 'retention' });
    return this.unitOfWork.read(context, async (tx, act) => {
      const agencyId = may(actor, 'audit:read') ? null : (actor.agencyId ?? nobody);
      const rows = await findDue(tx, { agencyId, now, limit, after });
      const items = rows.slice(0, limit).map((row) => ({
        caseId: row.case_id,
        agencyId: row.agency_id,
        recordClass: row.record_class,
        ruleVersion: row.rule_version,
        beganAt: row.began_at,
        dueAt: row.due_at,
        isHeld: row.is_held,
        ...compact({ erasureId: row.erasure_id }),
      }));
      const ids = items.map(({ caseId }) => caseId);
      act.trail
        .allowedBy('own-register')
        .listed('case', ids)
        .about(...ids);
      const last = items.at(-1);
      const next = last && { dueAt: last.dueAt.toISOString(), caseId: last.caseId };
      const page: Page<(typeof items)[number]> =
        rows.length > limit && next
          ? { items, next: this.cursors.encode(next, { list: 'retention' }) }
          : { items };
      return done(page);
    });
  }
}

const nobody = '00000000-0000-0000-0000-000000000000';
