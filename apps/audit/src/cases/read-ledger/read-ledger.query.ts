import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { namesOf } from '../../domain/criteria.js';
import { disclosingTypes, ledgerOf, type LedgerLine } from '../../domain/ledger.js';
import { idsOf } from '../../domain/questions/question.js';
import { findEntries, followEntries, isInLog, mostFollowed, type Slice } from '../../storage/find-entries.js';
import { findAgencies } from '../../storage/known-agency.store.js';

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** False where so much happened that an end may have been overlooked. */
  readonly isComplete: boolean;
  readonly before?: number;
}

/** Which agency got what of a case, told from entries alone, so that it can be held against the ledger that referral keeps. */
@Injectable()
export class ReadLedger {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    context: RequestContext,
    caseId: string,
    { agency, ...slice }: Slice & { readonly agency?: string | undefined },
  ): Promise<Outcome<Ledger, 'case-not-in-log'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      act.trail
        .about(caseId)
        .touched('audit-log', 'disclosures', { fields: namesOf({ case: caseId, agency }) });
      if (!(await isInLog(tx, caseId))) return refuse('case-not-in-log');
      const { items, before } = await findEntries(tx, { case: caseId, types: disclosingTypes }, slice);
      const all = await followEntries(tx, { cases: [caseId], records: idsOf(items, 'report') });
      const lines = ledgerOf([...items].reverse(), all, await findAgencies(tx));
      act.trail.listed(
        'audit-entry',
        items.map(({ id }) => id),
      );
      return done({
        lines: agency === undefined ? lines : lines.filter(({ to }) => to === agency),
        isComplete: all.length < mostFollowed,
        ...(before === undefined ? {} : { before }),
      });
    });
  }
}
