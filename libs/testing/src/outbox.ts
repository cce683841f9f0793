import type { DataSource } from 'typeorm';
import type { EventData } from '@rujukan/contracts';

export interface PublishedEvent<Type extends keyof EventData = keyof EventData> {
  readonly id: string;
  readonly type: Type;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: EventData[Type];
}

/** One audit entry, as the source wrote it. */
export interface PublishedEntry {
  readonly type: string;
  readonly action: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly purpose: string;
  readonly actor: {
    readonly sub: string;
    readonly org?: string;
    readonly kind: string;
    readonly breakGlass?: string;
  };
  readonly authz?: { readonly policyId: string; readonly lawfulBasis?: string };
  readonly entity: readonly {
    readonly type: string;
    readonly id: string;
    readonly version?: number;
    readonly fields?: readonly string[];
  }[];
  readonly subject: readonly string[];
  readonly resultCount?: number;
  readonly disclosure?: { readonly fromOrg: string; readonly toOrg: string; readonly receiptId: string };
  readonly requestId: string;
  readonly causationId?: string;
}

interface Row {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly payload: Buffer;
}

const rows = (database: DataSource, condition: string, parameters: unknown[] = []): Promise<Row[]> =>
  database.query<Row[]>(
    `select id, type, aggregateid as key, headers, payload from outbox where ${condition} order by pos`,
    parameters,
  );

/** Domain events that wait in the outbox, oldest first. Needs a role that may read it: owner or worker. */
export async function publishedEvents<Type extends keyof EventData>(
  database: DataSource,
  type?: Type,
): Promise<PublishedEvent<Type>[]> {
  const found = await rows(database, `topic <> 'audit.entries' and ($1::text is null or type = $1)`, [
    type ?? null,
  ]);
  return found.map(({ payload, ...row }) => ({
    ...row,
    type: row.type as Type,
    data: JSON.parse(payload.toString('utf8')) as EventData[Type],
  }));
}

/** Audit entries that wait in the outbox, oldest first. */
export async function publishedEntries(database: DataSource): Promise<PublishedEntry[]> {
  const found = await rows(database, `topic = 'audit.entries'`);
  return found.map((row) => JSON.parse(row.payload.toString('utf8')) as PublishedEntry);
}
