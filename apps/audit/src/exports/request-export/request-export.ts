import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { namesOf, type Criteria } from '../../domain/criteria.js';
import { checkAmount, isApprovalNeeded, mostExported } from '../../domain/export.js';
import { insertExport } from '../../storage/export.store.js';
import { countEntries, sizeOf } from '../../storage/find-entries.js';

/** An auditor asks for entries as files that can be checked elsewhere. What the log holds now is what will be in it. */
@Injectable()
export class RequestExport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, reason: string, criteria: Criteria) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('audit-log', 'entries', { fields: namesOf(criteria) });
      for (const caseId of [criteria.case, criteria.subject])
        if (caseId !== undefined) act.trail.about(caseId);
      const before = await sizeOf(tx);
      const found = await countEntries(tx, criteria, { limit: mostExported + 1, before });
      const entries = checkAmount(found);
      if (!entries.ok) return entries;
      const isWaiting = isApprovalNeeded(criteria);
      const id = newId(now);
      const status = isWaiting ? ('waiting' as const) : ('requested' as const);
      await insertExport(tx, {
        ...{ id, status, reason, criteria, before },
        requestedBy: actor.subject,
        requestedAt: now,
        entries: entries.value,
        entriesDone: 0,
        approvedBy: null,
        manifest: null,
        purgeAt: null,
      });
      act.trail.touched('export', id, { facts: { why: reason, isApprovalNeeded: isWaiting } });
      return done({ id, status, entries: entries.value });
    });
  }
}
