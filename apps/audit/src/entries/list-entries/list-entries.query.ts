import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Disclosure } from '@rujukan/audit-trail';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { namesOf, type Criteria } from '../../domain/criteria.js';

/** An entry in a list: what its bytes say, without the salt, the token and the network. */
export interface ListedEntry {
  readonly seq: number;
  readonly id: string;
  readonly occurred: string;
  readonly recorded: string;
  readonly type: string;
  readonly action: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly purpose?: string;
  readonly actor: {
    readonly sub: string;
    readonly org?: string;
    readonly roles?: readonly string[];
    readonly client?: string;
    readonly kind?: string;
  };
  readonly entity: readonly {
    readonly type: string;
    readonly id: string;
    readonly version?: number;
    readonly fields?: readonly string[];
  }[];
  readonly subject: readonly string[];
  /** How many records a list showed. */
  readonly resultCount?: number;
  /** The rule that allowed it, and the lawful basis. */
  readonly authz?: { readonly policyId: string; readonly lawfulBasis?: string };
  readonly disclosure?: Disclosure;
  readonly requestId?: string;
  readonly src: string;
  readonly srcSeq: number;
}

export interface EntryPage {
  readonly items: readonly ListedEntry[];
  /** Sequence number below which the next page begins; absent on the last page. */
  readonly before?: number;
}

/** Answers an auditor's question, newest entry first, and leaves an entry about the question. */
@Injectable()
export class ListEntries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    context: RequestContext,
    criteria: Criteria,
    page: { readonly limit: number; readonly before: number | undefined },
  ): Promise<Outcome<EntryPage, never>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const before = page.before ?? (await sizeOf(tx));
      const rows = await findRows(tx, criteria, before, page.limit + 1);
      const items = rows.slice(0, page.limit).map(({ seq, bytes }) => listed(Number(seq), bytes));
      const last = rows.length > page.limit ? items.at(-1) : undefined;

      act.trail.touched('audit-log', 'entries', { fields: namesOf(criteria) });
      act.trail.listed(
        'audit-entry',
        items.map(({ id }) => id),
      );
      if (criteria.case !== undefined) act.trail.about(criteria.case);
      return done(last ? { items, before: last.seq } : { items });
    });
  }
}

async function sizeOf(tx: EntityManager): Promise<number> {
  const [head] = await tx.query<{ size: string }[]>('select size from log_state where log_id = 1');
  return Number(head!.size);
}

interface Row {
  readonly seq: string;
  readonly bytes: Buffer;
}

function findRows(tx: EntityManager, criteria: Criteria, before: number, limit: number): Promise<Row[]> {
  const { sql, parameters } = statement(criteria, before, limit);
  return tx.query<Row[]>(sql, parameters);
}

/**
 * SQL for one page. Every branch walks an index from the newest entry down and stops at `limit`; the bound on `seq`
 * is written out as a number, because the planner then leaves out the partitions above it.
 */
function statement(criteria: Criteria, before: number, limit: number) {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const narrowed = filters(criteria, bind);
  const branch: Branch = (source, conditions, each = '') =>
    `(select ${each} e.seq from ${source}
       where ${[`e.seq < ${before}`, ...conditions, ...narrowed].join(' and ')} order by e.seq desc limit ${limit})`;
  const page =
    criteria.case === undefined ? branch(...plain(criteria, bind)) : ofCase(bind(criteria.case), branch);
  return {
    parameters,
    sql: `select b.seq, b.bytes from (select seq from (${page}) found order by seq desc limit ${limit}) page
      join audit_body b on b.seq = page.seq and b.seq < ${before} order by b.seq desc`,
  };
}

type Bind = (value: unknown) => string;

/** @param each `distinct` where an entry could take several places of the page. */
type Branch = (source: string, conditions: readonly string[], each?: '' | 'distinct') => string;

function plain(criteria: Criteria, bind: Bind): [string, string[]] {
  if (criteria.entity === undefined) return ['audit_entry e', []];
  return ['audit_entity n join audit_entry e on e.seq = n.seq', [`n.entity_id = ${bind(criteria.entity)}`]];
}

/**
 * By the child, by the case as a record, and by the report it came from, its handoffs and its closures: those that a
 * change names beside the case. Whoever is turned away from one of them often cannot know the case, and the entry neither.
 */
function ofCase(caseId: string, branch: Branch): string {
  const bySubject = branch('audit_subject s join audit_entry e on e.seq = s.seq', [
    `s.subject = ${caseId}::uuid`,
  ]);
  const records = `n.entity_id in (
      select ${caseId}::text
      union
      ${namedBeside(caseId, `= 'report'`)}
      union
      ${namedBeside(caseId, `in ('handoff', 'closure')`)})`;
  const byRecord = branch('audit_entity n join audit_entry e on e.seq = n.seq', [records], 'distinct');
  return `${bySubject} union ${byRecord}`;
}

/** @param type written as in the partial index that answers it. */
const namedBeside = (caseId: string, type: string): string =>
  `select r.entity_id from audit_subject s join audit_entity r on r.seq = s.seq and r.entity_type ${type}
    where s.subject = ${caseId}::uuid and s.outcome = 's' and s.action in ('C', 'U')`;

function filters(criteria: Criteria, bind: Bind): string[] {
  const { actor, agency, type, outcome, from, to } = criteria;
  const isEntityExtra = criteria.case !== undefined && criteria.entity !== undefined;
  return [
    actor === undefined ? '' : `e.actor_sub = ${bind(actor)}`,
    agency === undefined ? '' : `e.actor_org = ${bind(agency)}`,
    type === undefined ? '' : `e.type = ${bind(type)}`,
    outcome === undefined ? '' : `e.outcome = '${outcomeLetter[outcome]}'`,
    from === undefined ? '' : `e.occurred >= ${bind(from)}`,
    to === undefined ? '' : `e.occurred < ${bind(to)}`,
    isEntityExtra
      ? `exists (select from audit_entity also where also.seq = e.seq and also.entity_id = ${bind(criteria.entity)})`
      : '',
  ].filter(Boolean);
}

// Written out and not bound: the partial index on denials and failures is found by these very words.
const outcomeLetter = { success: 's', denied: 'd', failed: 'f' } as const;

function listed(seq: number, bytes: Buffer): ListedEntry {
  const entry = JSON.parse(bytes.toString('utf8')) as ListedEntry;
  const { id, occurred, recorded, type, action, outcome, reason, purpose, actor } = entry;
  const { entity, subject, resultCount, authz, disclosure, requestId, src, srcSeq } = entry;
  const { sub, org, roles, client, kind } = actor;
  return present({
    ...{ seq, id, occurred, recorded, type, action, outcome, reason, purpose },
    actor: present({ sub, org, roles, client, kind }),
    ...{ entity, subject, resultCount, authz, disclosure, requestId, src, srcSeq },
  });
}

/** Leaves out members that the entry does not have: absent, never null. */
const present = <T extends object>(value: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
