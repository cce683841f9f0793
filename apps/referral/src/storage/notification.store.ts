import type { EntityManager } from 'typeorm';
import { newId } from '@rujukan/persistence';
import type { Notification, Watchers } from '../domain/notifications/notification.js';

/**
 * Lines for the lists of desks, written `at`.
 *
 * @returns those that are new: what a desk was told of a clock it is not told again.
 */
export async function addNotifications(
  tx: EntityManager,
  notifications: readonly Notification[],
  at: Date,
): Promise<string[]> {
  const rows = notifications.map((one) => ({
    id: newId(at),
    agency_id: one.agencyId,
    kind: one.kind,
    audience: one.audience ?? null,
    handoff_id: one.handoffId ?? null,
    status: one.status ?? null,
    service_type: one.serviceType ?? null,
    area_code: one.areaCode ?? null,
    at,
    mailed_at: null,
    clock_id: one.clockId ?? null,
    definition: one.definition ?? null,
    case_id: one.caseId ?? null,
  }));
  const added = await tx.query<{ id: string }[]>(
    `insert into notification select * from jsonb_populate_recordset(null::notification, $1)
     on conflict (clock_id, kind, agency_id, audience) where clock_id is not null do nothing returning id`,
    [JSON.stringify(rows)],
  );
  return added.map(({ id }) => id);
}

/** Social services of a city, or of every city where it is not known. */
export async function socialServicesOf(tx: EntityManager, city: string | undefined): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from agency where type = 'social-service' and ($1::text is null or area_code like $1 || '%') order by id`,
    [city ?? null],
  );
  return rows.map(({ id }) => id);
}

/** Who must hear of what concerns none of their own cases. */
export async function watchers(tx: EntityManager): Promise<Watchers> {
  const rows = await tx.query<{ id: string; type: string }[]>(
    `select id, type from agency where type in ('audit-body', 'oversight-province', 'oversight-city') order by id`,
  );
  const isAuditor = ({ type }: { type: string }) => type === 'audit-body';
  return {
    auditors: rows.filter(isAuditor).map(({ id }) => id),
    commissions: rows.filter((row) => !isAuditor(row)).map(({ id }) => id),
  };
}

export interface ReaderOf {
  readonly agency: string | null;
  readonly subject: string;
  readonly roles: readonly string[];
}

export interface NotificationRow {
  readonly id: string;
  readonly kind: Notification['kind'];
  readonly handoff_id: string | null;
  /** Null where the handoff is not, or no longer, the reader's to see. */
  readonly handoff_number: string | null;
  readonly status: Notification['status'] | null;
  readonly service_type: string | null;
  readonly area_code: string | null;
  readonly definition: string | null;
  /** Null where the case is not, or no longer, the reader's agency's. */
  readonly case_id: string | null;
  readonly at: Date;
  readonly is_read: boolean;
}

const forReader = `agency_id = $1 and (audience is null or audience = any($3))`;
const isRead = `exists (select from notification_reading
  where notification_id = notification.id and subject = $2)`;

/** Newest first. */
export const findNotifications = (
  tx: EntityManager,
  { agency, subject, roles }: ReaderOf,
  page: { readonly isUnread: boolean; readonly before?: string | undefined; readonly limit: number },
): Promise<NotificationRow[]> =>
  tx.query<NotificationRow[]>(
    `select id, kind, handoff_id, status, service_type, area_code, definition, at, ${isRead} as is_read,
            (select number from handoff where handoff.id = notification.handoff_id) as handoff_number,
            (select case_id from case_custody
              where case_custody.case_id = notification.case_id and custodian_agency_id = $1) as case_id
       from notification
      where ${forReader} and ($4::uuid is null or id < $4) and not ($5 and ${isRead})
      order by id desc limit $6`,
    [agency, subject, roles, page.before ?? null, page.isUnread, page.limit],
  );

/** Up to a hundred; more is "many". */
export async function countUnread(tx: EntityManager, { agency, subject, roles }: ReaderOf): Promise<number> {
  const [row] = await tx.query<{ n: number }[]>(
    `select count(*)::int as n from (select from notification where ${forReader} and not ${isRead} limit 100) as unread`,
    [agency, subject, roles],
  );
  return row!.n;
}

/** @returns those that exist for the reader and had not been read. */
export async function markRead(
  tx: EntityManager,
  { agency, subject, roles }: ReaderOf,
  ids: readonly string[],
  at: Date,
): Promise<string[]> {
  const marked = await tx.query<{ notification_id: string }[]>(
    `insert into notification_reading (notification_id, subject, read_at)
     select id, $2, $5 from notification where ${forReader} and id = any($4::uuid[])
     on conflict do nothing returning notification_id`,
    [agency, subject, roles, ids, at],
  );
  return marked.map(({ notification_id }) => notification_id);
}

/** Deletes lines of before `limit` that somebody has read, with who read them; another worker's are passed over. */
export async function deleteReadBefore(tx: EntityManager, limit: Date, count: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from notification where at <= $1
        and exists (select from notification_reading where notification_id = notification.id)
      order by at limit $2 for update skip locked`,
    [limit, count],
  );
  const ids = rows.map(({ id }) => id);
  await tx.query('delete from notification_reading where notification_id = any($1::uuid[])', [ids]);
  await tx.query('delete from notification where id = any($1::uuid[])', [ids]);
  return ids;
}
