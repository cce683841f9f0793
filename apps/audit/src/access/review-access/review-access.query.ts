import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { hitsOf, watchedTypes, type Hit } from '../../domain/access-rules.js';
import { casesOf } from '../../domain/questions/question.js';
import { relationTypes } from '../../domain/relations.js';
import { findEntries, followEntries, mostFollowed } from '../../storage/find-entries.js';
import { findAgencies } from '../../storage/known-agency.store.js';

export interface Review {
  readonly hits: readonly Hit[];
  /** False where more happened in the span than one review looks at: ask for a shorter one. */
  readonly isComplete: boolean;
}

/** Holds the accesses of a span of time against simple rules, and leaves an entry about the look. */
@Injectable()
export class ReviewAccess {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    context: RequestContext,
    span: { readonly from: Date; readonly to: Date },
  ): Promise<Outcome<Review, never>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const limit = mostFollowed;
      const looks = await findEntries(tx, { ...span, types: watchedTypes }, { limit });
      const denials = await findEntries(tx, { ...span, outcome: 'denied' }, { limit });
      const acts = [
        ...new Map([...looks.items, ...denials.items].map((one) => [one.seq, one])).values(),
      ].sort((one, other) => one.seq - other.seq);
      const relations = await followEntries(tx, { cases: casesOf(looks.items), types: relationTypes });
      const hits = hitsOf({ acts, relations, agencies: await findAgencies(tx) });
      act.trail.touched('audit-log', 'unusual-access', { fields: ['from', 'to'] });
      act.trail.resultCount = hits.length;
      const isComplete = [looks, denials].every(({ before }) => before === undefined);
      return done({ hits, isComplete: isComplete && relations.length < limit });
    });
  }
}
