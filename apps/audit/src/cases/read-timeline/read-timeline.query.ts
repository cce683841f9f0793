import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { Criteria } from '../../domain/criteria.js';
import type { LogEntry } from '../../domain/log-entry.js';
import { sentenceOf } from '../../domain/words/entry-sentence.js';
import type { Said } from '../../domain/words/said.js';
import { findEntries, isInLog, type Slice } from '../../storage/find-entries.js';
import { findAgencies } from '../../storage/known-agency.store.js';

export interface Timeline {
  readonly items: readonly { readonly entry: LogEntry; readonly says: Said }[];
  readonly before?: number;
}

/** What is written about a case, in sentences, newest first: all of it or only what happened; and an entry about the look. */
@Injectable()
export class ReadTimeline {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    context: RequestContext,
    caseId: string,
    { isEvent, ...slice }: Slice & Pick<Criteria, 'isEvent'>,
  ): Promise<Outcome<Timeline, 'case-not-in-log'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      act.trail.about(caseId).touched('audit-log', 'timeline', { fields: ['case'] });
      if (!(await isInLog(tx, caseId))) return refuse('case-not-in-log');
      const { items, before } = await findEntries(tx, { case: caseId, isEvent }, slice);
      const agencies = await findAgencies(tx);
      act.trail.listed(
        'audit-entry',
        items.map(({ id }) => id),
      );
      return done({
        items: items.map((entry) => ({ entry, says: sentenceOf(entry, agencies) })),
        ...(before === undefined ? {} : { before }),
      });
    });
  }
}
