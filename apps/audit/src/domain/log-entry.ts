import { present } from './present.js';

/** An entry as it is read back: what its bytes say, without the salt, the token and the network. */
export interface LogEntry {
  readonly seq: number;
  readonly id: string;
  readonly occurred: string;
  readonly recorded: string;
  readonly type: string;
  readonly action: string;
  readonly outcome: 'success' | 'denied' | 'failed';
  readonly reason?: string;
  readonly purpose?: string;
  readonly actor: LogActor;
  readonly entity: readonly LogEntity[];
  readonly subject: readonly string[];
  /** How many records a list showed. */
  readonly resultCount?: number;
  /** The rule that allowed it, and the lawful basis. */
  readonly authz?: { readonly policyId: string; readonly lawfulBasis?: string };
  readonly disclosure?: { readonly fromOrg: string; readonly toOrg: string; readonly receiptId: string };
  readonly requestId?: string;
  readonly causationId?: string;
  readonly src: string;
  readonly srcSeq: number;
}

/** Ids, codes and instants that a source says of a record, by name. */
export type Facts = Readonly<Partial<Record<string, string | boolean>>>;

export interface LogActor {
  readonly sub: string;
  readonly org?: string;
  readonly roles?: readonly string[];
  readonly client?: string;
  readonly kind?: string;
}

export interface LogEntity {
  readonly type: string;
  readonly id: string;
  readonly version?: number;
  readonly fields?: readonly string[];
  /** Ids, codes and instants that later questions rest on. */
  readonly facts?: Facts;
}

/** Reads stored bytes. They were checked when they came in: {@link readRecord}. */
export function readEntry(seq: number, bytes: Buffer): LogEntry {
  const entry = JSON.parse(bytes.toString('utf8')) as LogEntry;
  const { id, occurred, recorded, type, action, outcome, reason, purpose, actor } = entry;
  const { entity, subject, resultCount, authz, disclosure, requestId, causationId, src, srcSeq } = entry;
  const { sub, org, roles, client, kind } = actor;
  return present({
    ...{ seq, id, occurred, recorded, type, action, outcome, reason, purpose },
    actor: present({ sub, org, roles, client, kind }),
    ...{ entity, subject, resultCount, authz, disclosure, requestId, causationId, src, srcSeq },
  });
}

/** The records of one type that an entry names. */
export const named = (entry: LogEntry, type: string): readonly LogEntity[] =>
  entry.entity.filter((one) => one.type === type);

/** A fact that is a text: id, code or instant. */
export function fact(entity: LogEntity | undefined, name: string): string | undefined {
  const value = entity?.facts?.[name];
  return typeof value === 'string' ? value : undefined;
}
