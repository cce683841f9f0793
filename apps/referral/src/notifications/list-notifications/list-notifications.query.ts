import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { NotificationKind } from '../../domain/notifications/notification.js';
import { countUnread, findNotifications, type NotificationRow } from '../../storage/notification.store.js';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly unread?: 'true' | 'false' | undefined;
}

export interface Line {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly handoffId?: string;
  readonly handoffNumber?: string;
  /** The state that the handoff came to. */
  readonly status?: string;
  readonly serviceType?: string;
  readonly areaCode?: string;
  /** Of a deadline: what must be done. */
  readonly definition?: string;
  /** Where no handoff is timed, and while the case is the reader's agency's. */
  readonly caseId?: string;
  readonly at: Date;
  readonly isRead: boolean;
}

/** `unread` counts all that this reader has not read, up to a hundred. */
export type Notifications = Page<Line> & { readonly unread: number };

/** What the desk of the reader's agency was told, newest first; each person reads it for herself. */
@Injectable()
export class ListNotifications {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query): Promise<Outcome<Notifications, never>> {
    const position = this.cursors.decode<{ before: string }>(query.cursor, query);
    const { agencyId: agency, subject, roles } = context.actor;
    return this.uow.read(context, async (tx, act) => {
      const reader = { agency, subject, roles };
      const page = { isUnread: query.unread === 'true', before: position?.before, limit: query.limit + 1 };
      const found = await findNotifications(tx, reader, page);
      const items = found.slice(0, query.limit).map(toLine);
      act.trail.allowedBy('own-desk').listed(
        'notification',
        items.map(({ id }) => id),
      );
      const unread = await countUnread(tx, reader);
      return done({
        unread,
        ...this.cursors.page(items, found.length > query.limit, ({ id }) => ({ before: id }), query),
      });
    });
  }
}

const toLine = (row: NotificationRow): Line => ({
  id: row.id,
  kind: row.kind,
  ...(row.handoff_id === null ? {} : { handoffId: row.handoff_id }),
  ...(row.handoff_number === null ? {} : { handoffNumber: row.handoff_number }),
  ...(row.status == null ? {} : { status: row.status }),
  ...(row.service_type === null ? {} : { serviceType: row.service_type }),
  ...(row.area_code === null ? {} : { areaCode: row.area_code }),
  ...(row.definition === null ? {} : { definition: row.definition }),
  ...(row.case_id === null ? {} : { caseId: row.case_id }),
  at: row.at,
  isRead: row.is_read,
});
