import type { EntityManager } from 'typeorm';

/** A case that was closed, and until when it is kept. */
export interface RetentionRow {
  readonly case_id: string;
  readonly agency_id: string;
  readonly record_class: 'closed-case';
  readonly rule_version: number;
  readonly began_at: Date;
  readonly due_at: Date;
}

interface ClosedCase {
  readonly caseId: string;
  readonly agencyId: string;
  readonly closedAt: Date;
  readonly cameOfAge: Date | null;
}

/** Every case that the log knows as closed, and when its child came of age, as far as that is known. */
export const findClosedCases = (tx: EntityManager): Promise<ClosedCase[]> =>
  tx.query<ClosedCase[]>(`
    select distinct on (subject) closed.subject::text as "caseId", closed.actor_org as "agencyId",
           closed.occurred as "closedAt",
           (select max(o.occurred) from audit_subject s join audit_entry o on o.seq = s.seq
             where s.subject = closed.subject and o.type = 'case.come-of-age' and o.outcome = 's') as "cameOfAge"
      from (
        select (convert_from(b.bytes, 'UTF8')::jsonb #>> '{subject,0}')::uuid as subject, e.actor_org, e.occurred, e.seq
          from audit_entry e join audit_body b on b.seq = e.seq
         where e.type = 'closure.approve' and e.outcome = 's' and e.actor_org is not null
      ) closed
     where closed.subject is not null
     order by closed.subject, closed.seq desc`);

/** Writes down until when each is kept; of what was destroyed nothing changes any more. */
export async function saveRetention(
  tx: EntityManager,
  rows: readonly Omit<RetentionRow, 'record_class'>[],
  recordClass: RetentionRow['record_class'],
): Promise<void> {
  await tx.query(
    `insert into retention (case_id, agency_id, record_class, rule_version, began_at, due_at)
       select r.case_id, r.agency_id, $1, r.rule_version, r.began_at, r.due_at
         from jsonb_to_recordset($2::jsonb)
           as r (case_id uuid, agency_id uuid, rule_version int, began_at timestamptz, due_at timestamptz)
     on conflict (case_id) do update set agency_id = excluded.agency_id, record_class = excluded.record_class,
       rule_version = excluded.rule_version, began_at = excluded.began_at, due_at = excluded.due_at
       where retention.destroyed_at is null`,
    [recordClass, JSON.stringify(rows)],
  );
}

export interface DueRow extends RetentionRow {
  /** A legal hold of any agency keeps it. */
  readonly is_held: boolean;
  /** Somebody asked for the destruction already. */
  readonly erasure_id: string | null;
}

/** Longest over first; one row more than `limit` where there is a next page. @param agencyId null for every agency's */
export const findDue = (
  tx: EntityManager,
  {
    agencyId,
    now,
    limit,
    after,
  }: {
    readonly agencyId: string | null;
    readonly now: Date;
    readonly limit: number;
    readonly after?: { readonly dueAt: string; readonly caseId: string } | undefined;
  },
): Promise<DueRow[]> =>
  tx.query<DueRow[]>(
    `select r.case_id, r.agency_id, r.record_class, r.rule_version, r.began_at, r.due_at,
            case_is_held(r.case_id) as is_held,
            (select x.id from erasure x where x.case_id = r.case_id and x.basis = 'retention-ended'
              and x.status = 'requested' order by x.id desc limit 1) as erasure_id
       from retention r
      where r.due_at <= $1 and r.destroyed_at is null and ($2::uuid is null or r.agency_id = $2)
        and ($3::timestamptz is null or (r.due_at, r.case_id) > ($3, $4::uuid))
      order by r.due_at, r.case_id limit $5`,
    [now, agencyId, after?.dueAt ?? null, after?.caseId ?? null, limit + 1],
  );

/** The rule under which an agency may have a case destroyed now; undefined while its time is not over. */
export async function findEnded(
  tx: EntityManager,
  { agencyId, caseId, now }: { readonly agencyId: string; readonly caseId: string; readonly now: Date },
): Promise<Pick<RetentionRow, 'record_class' | 'rule_version'> | undefined> {
  const [row] = await tx.query<Pick<RetentionRow, 'record_class' | 'rule_version'>[]>(
    `select record_class, rule_version from retention
      where case_id = $1 and agency_id = $2 and due_at <= $3 and destroyed_at is null`,
    [caseId, agencyId, now],
  );
  return row;
}

export async function saveDestroyed(tx: EntityManager, caseId: string, at: Date): Promise<void> {
  await tx.query('update retention set destroyed_at = $2 where case_id = $1', [caseId, at]);
}

/** When the oldest entry of the log came in. */
export async function oldestRecorded(tx: EntityManager): Promise<Date | undefined> {
  const [row] = await tx.query<{ recorded: Date }[]>('select recorded from audit_entry order by seq limit 1');
  return row?.recorded;
}
