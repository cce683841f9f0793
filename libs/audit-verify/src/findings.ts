export const exitCodes = { ok: 0, tampered: 1, unknown: 2 } as const;
export type Verdict = keyof typeof exitCodes;

/** What can be wrong: either the log is contradicted by what was signed, or one cannot tell. */
const verdicts = {
  'signature-false': 'tampered',
  unsigned: 'tampered',
  'not-included': 'tampered',
  'entry-changed': 'tampered',
  'entry-or-tile-changed': 'tampered',
  'entry-not-canonical': 'tampered',
  'entry-unknown': 'tampered',
  'bundle-malformed': 'tampered',
  'tile-changed': 'tampered',
  'root-differs': 'tampered',
  fork: 'tampered',
  'rolled-back': 'tampered',
  'source-missing': 'tampered',
  'source-reused': 'tampered',
  'version-missing': 'tampered',
  'clock-back': 'tampered',
  'file-changed': 'tampered',
  'file-added': 'tampered',
  unreadable: 'unknown',
  'file-missing': 'unknown',
  'policy-malformed': 'unknown',
  'manifest-malformed': 'unknown',
  'proof-malformed': 'unknown',
  'checkpoint-malformed': 'unknown',
  'origin-unknown': 'unknown',
  'other-log': 'unknown',
  'quorum-missing': 'unknown',
  'tiles-of-another-log': 'unknown',
  stalled: 'unknown',
} as const satisfies Record<string, Verdict>;

export type FindingKind = keyof typeof verdicts;

/** One thing that is wrong, and exactly where. */
export interface Finding {
  readonly kind: FindingKind;
  /** A file, an entry by its number, a source, a record. */
  readonly where: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Tampered as soon as one finding says so; what one cannot tell comes second. */
export function verdictOf(findings: readonly Pick<Finding, 'kind'>[]): Verdict {
  if (findings.some(({ kind }) => verdicts[kind] === 'tampered')) return 'tampered';
  return findings.length > 0 ? 'unknown' : 'ok';
}

/** What a command found out: what is wrong, and what can be said all the same. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Findings of one kind beyond this many are counted and not listed. */
const listed = 100;

/** Gathers findings without filling memory when everything is wrong. */
export class Findings {
  readonly #kept = new Map<FindingKind, Finding[]>();
  readonly #counts = new Map<FindingKind, number>();

  add(finding: Finding): void {
    const { kind } = finding;
    const kept = this.#kept.get(kind) ?? [];
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    if (kept.length < listed) kept.push(finding);
    this.#kept.set(kind, kept);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** Nothing is wrong but this, if anything. */
  hasOnly(kind: FindingKind): boolean {
    return [...this.#counts.keys()].every((each) => each === kind);
  }

  list(): Finding[] {
    return [...this.#kept].flatMap(([kind, kept]) => {
      const more = this.#counts.get(kind)! - kept.length;
      return more === 0 ? kept : [...kept, { kind, where: '…', details: { more } }];
    });
  }
}
