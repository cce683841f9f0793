import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { Disclosure, EmergencyDisclosure } from '../../domain/disclosures/disclosure.js';
import type { AgencyName } from '../../domain/handoffs/envelope.js';
import type { CaseId } from '../../domain/ids.js';
import { ledgerRule } from '../../domain/policy.js';
import { findCase } from '../../storage/custody.store.js';
import { findDisclosures, receiptOf, type LedgerLine } from '../../storage/disclosure.store.js';

type Line = (
  Omit<Disclosure, 'caseId' | 'from' | 'to'> | Omit<EmergencyDisclosure, 'caseId' | 'from' | 'to'>
) & {
  readonly from: AgencyName;
  readonly to: AgencyName;
  /** Absent while it may still read. */
  readonly until?: Date;
};

/** Which agency got which groups of a child's file, when, for what purpose, on which basis, until when. */
@Injectable()
export class ListDisclosures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(
    context: RequestContext,
    id: CaseId,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Outcome<Page<Line>, 'not-found'>> {
    const position = this.cursors.decode<{ after: string }>(cursor, { id });
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(id).touched('custody', id);
      const { known } = await findCase(tx, id, context.actor.agencyId);
      const rule = ledgerRule(context.actor, known?.custody);
      if (!rule) return refuse('not-found');

      const found = await findDisclosures(tx, id, { after: position?.after, limit: limit + 1 });
      const lines = found.slice(0, limit);
      act.trail.allowedBy(rule).listed('disclosure', lines.map(receiptOf));
      const page = this.cursors.page(lines, found.length > limit, (line) => ({ after: receiptOf(line) }), {
        id,
      });
      return done({ ...page, items: page.items.map(toLine) });
    });
  }
}

const toLine = ({ caseId: _, names, ...line }: LedgerLine): Line => ({ ...line, ...names });
