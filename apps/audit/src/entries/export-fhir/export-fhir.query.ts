import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { namesOf, type Criteria } from '../../domain/criteria.js';
import { findEntries, type FoundEntries, type Slice } from '../../storage/find-entries.js';

/** Entries for a system that speaks FHIR, and an entry about what was asked for. */
@Injectable()
export class ExportFhir {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, criteria: Criteria, slice: Slice): Promise<Outcome<FoundEntries, never>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const found = await findEntries(tx, criteria, slice);
      act.trail.touched('audit-log', 'fhir', { fields: namesOf(criteria) });
      act.trail.listed(
        'audit-entry',
        found.items.map(({ id }) => id),
      );
      if (criteria.case !== undefined) act.trail.about(criteria.case);
      return done(found);
    });
  }
}
