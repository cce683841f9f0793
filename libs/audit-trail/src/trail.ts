import { checkFacts, type Facts } from './facts.js';

export interface EntityRef {
  readonly type: string;
  readonly id: string;
  readonly version?: number;
  /** Names of the fields read or changed. No values. */
  readonly fields?: readonly string[];
  /** Ids, codes and instants that an auditor's later question rests on. No personal value, no text. */
  readonly facts?: Facts;
}

/** What was written down beside the log for this entry, and can be erased there. */
export interface DetailRef {
  /** The id that the entry will have. */
  readonly entryId: string;
  /** SHA-256 of the detail's salt and its canonical bytes, hex. */
  readonly hash: string;
}

export interface Disclosure {
  readonly fromOrg: string;
  readonly toOrg: string;
  readonly receiptId: string;
}

/**
 * What an act touched, gathered while it runs. Names of things and of fields only: a value never enters it.
 */
export class Trail {
  readonly entities: EntityRef[] = [];
  readonly subjects = new Set<string>();
  disclosure?: Disclosure;
  policy?: string;
  lawfulBasis?: string;
  resultCount?: number;
  times?: number;
  breakGlass?: string;
  detail?: DetailRef;

  /** A record that was read or changed, with the names of the fields concerned. */
  touched(type: string, id: string, more: Omit<EntityRef, 'type' | 'id'> = {}): this {
    if (more.facts) checkFacts(more.facts);
    this.entities.push({ type, id, ...more });
    return this;
  }

  /** The child concerned, by case id: the pseudonym under which a life story can be asked for. */
  about(...caseIds: readonly string[]): this {
    for (const id of caseIds) this.subjects.add(id);
    return this;
  }

  /** Personal data passed (or may pass) from one agency to another. */
  disclosed(disclosure: Disclosure): this {
    this.disclosure = disclosure;
    return this;
  }

  /** The rule that allowed or denied, and the lawful basis it rests on. */
  allowedBy(policy: string, lawfulBasis?: string): this {
    this.policy = policy;
    if (lawfulBasis !== undefined) this.lawfulBasis = lawfulBasis;
    return this;
  }

  /** It was possible under this emergency access only. */
  under(emergencyAccessId: string): this {
    this.breakGlass = emergencyAccessId;
    return this;
  }

  /** A list was read: how many, which ids; never the search text. */
  listed(type: string, ids: readonly string[]): this {
    this.resultCount = ids.length;
    for (const id of ids) this.entities.push({ type, id });
    return this;
  }

  /** Words or values that belong to this act are kept apart, and the entry holds their hash. */
  detailed(detail: DetailRef): this {
    this.detail = detail;
    return this;
  }

  /** The same happened so often, and one entry stands for all of it. */
  happened(times: number): this {
    this.times = times;
    return this;
  }
}
