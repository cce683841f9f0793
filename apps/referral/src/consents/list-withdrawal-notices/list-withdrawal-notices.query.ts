import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { isLate } from '../../domain/consents/withdrawal.js';
import { findNoticesOf, type NoticeOfHolder } from '../../storage/withdrawal.store.js';

interface Query {
  readonly state?: 'open' | 'answered' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What the agency is asked to answer because consent was withdrawn, newest first, by handoff and never by case. */
@Injectable()
export class ListWithdrawalNotices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query) {
    const position = this.cursors.decode<{ before: string }>(query.cursor, query);
    const { actor, now } = context;
    return this.uow.read(context, async (tx, act) => {
      const page = { state: query.state, before: position?.before, limit: query.limit + 1 };
      const found = await findNoticesOf(tx, actor.agencyId, page);
      const shown = found.slice(0, query.limit);
      act.trail
        .allowedBy('holder-answers')
        .about(...shown.map(({ notice }) => notice.caseId))
        .listed(
          'withdrawal-notice',
          shown.map(({ notice }) => notice.id),
        );
      const items = shown.map((one) => toLine(one, now));
      return done(this.cursors.page(items, found.length > query.limit, ({ id }) => ({ before: id }), query));
    });
  }
}

const toLine = ({ notice, handoffs }: NoticeOfHolder, now: Date) => ({
  id: notice.id,
  version: notice.version,
  handoffs,
  sentAt: notice.sentAt,
  dueAt: notice.dueAt,
  isOverdue: isLate(notice, notice.answered?.at ?? now),
  ...(notice.answered ? { answered: notice.answered } : {}),
});
