import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { findHoles, type Holes } from '../../storage/find-holes.js';

const patienceMs = 60_000;

/** Shows an auditor what is missing from the log, as far as the log itself can tell. */
@Injectable()
export class CheckCompleteness {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, from: Date): Promise<Outcome<Holes, never>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const until = new Date(context.now.getTime() - patienceMs);
      const holes = await findHoles(tx, { from, until });
      act.trail.touched('audit-log', 'completeness', { fields: ['disclosures', 'sources', 'versions'] });
      return done(holes);
    });
  }
}
