import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { namesOf, valuesOf, type Criteria } from '../../domain/criteria.js';
import { keepDetail } from '../../storage/detail.store.js';
import { findEntries, type FoundEntries, type Slice } from '../../storage/find-entries.js';

/**
 * Answers an auditor's question, newest entry first, and leaves an entry about the question. What was asked of a case lies
 * beside that entry, sealed, and can be erased with all that is written about the child.
 */
@Injectable()
export class ListEntries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, criteria: Criteria, slice: Slice): Promise<Outcome<FoundEntries, never>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const found = await findEntries(tx, criteria, slice);
      act.trail.touched('audit-log', 'entries', { fields: namesOf(criteria) });
      act.trail.listed(
        'audit-entry',
        found.items.map(({ id }) => id),
      );
      if (criteria.case !== undefined) act.trail.about(criteria.case);
      if (criteria.subject !== undefined) act.trail.about(criteria.subject);
      const caseId = criteria.case ?? criteria.subject;
      if (caseId !== undefined)
        await keepDetail(tx, this.sealer, act.trail, {
          caseId,
          now: context.now,
          detail: { criteria: valuesOf(criteria) },
        });
      return done(found);
    });
  }
}
