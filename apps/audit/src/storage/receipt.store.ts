import type { provenSteps, ProvenEntry } from '../domain/events.js';
import type { Queries } from './tree.store.js';

/** The entry of a step, with its place. */
export type StepEntry = Omit<ProvenEntry, 'proof'>;

/** The first entry that was not looked at yet. */
export async function nextToProve(database: Queries): Promise<number> {
  const [row] = await database.query<{ next: string }[]>('select next_seq as next from receipt_progress');
  return Number(row!.next);
}

export async function provenUpTo(tx: Queries, next: number): Promise<void> {
  await tx.query('update receipt_progress set next_seq = $1', [next]);
}

/** Receipts that the relay has still to send. */
export async function countWaiting(database: Queries): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    `select count(*)::int as count from outbox where type = 'receipt.issued.v1'`,
  );
  return row!.count;
}

/** Successful steps from one place (inclusive) to another (exclusive), oldest first. */
export async function entriesOf(
  database: Queries,
  {
    from,
    to,
    types,
    limit,
  }: {
    readonly from: number;
    readonly to: number;
    readonly types: typeof provenSteps;
    readonly limit: number;
  },
): Promise<StepEntry[]> {
  const rows = await database.query<{ seq: string; type: StepEntry['step']; bytes: Buffer }[]>(
    // The bounds stand in the text, so that the partitions beyond them stay out of the plan.
    `select seq, type, bytes from audit_entry join audit_body using (seq)
      where seq >= ${from} and seq < ${to} and type = any($1) and outcome = 's' order by seq limit ${limit}`,
    [types],
  );
  return rows.map(({ seq, type, bytes }) => ({ index: Number(seq), step: type, bytes }));
}
