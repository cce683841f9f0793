import type { EntityManager } from 'typeorm';

/** A duty of the registers whose time is over, and that nobody has done. */
export interface Overdue {
  readonly type: 'breach' | 'data-subject-request';
  readonly id: string;
  readonly agencyId: string;
  readonly dueAt: Date;
  readonly caseIds: readonly string[];
}

/** Marks what is overdue and was not told yet. @returns just that */
export async function markOverdue(tx: EntityManager, now: Date): Promise<Overdue[]> {
  const [breaches] = await tx.query<[Overdue[], number]>(
    `update breach set overdue_told_at = $1
       where status = 'recorded' and due_at < $1 and overdue_told_at is null
       returning 'breach' as type, id, agency_id as "agencyId", due_at as "dueAt", case_ids as "caseIds"`,
    [now],
  );
  const [requests] = await tx.query<[Overdue[], number]>(
    `update data_subject_request set overdue_told_at = $1
       where status = 'received' and due_at < $1 and overdue_told_at is null
       returning 'data-subject-request' as type, id, agency_id as "agencyId", due_at as "dueAt",
         array[case_id] as "caseIds"`,
    [now],
  );
  return [...breaches, ...requests];
}
