import { done, refuse, type Outcome } from '@rujukan/kernel';
import { ageBandOf } from './age-band.js';
import type { CaseFile } from './case.js';
import type { ReportedChild } from './report-content.js';

/** Who a child is, as far as it may turn out to be otherwise. */
export type Identity = Pick<ReportedChild, 'name' | 'birthDate' | 'statedAge' | 'ageCertainty' | 'nik'>;

export interface Correction {
  readonly file: CaseFile;
  readonly identity: Identity;
  /** What was corrected, by name. */
  readonly fields: readonly (keyof Identity)[];
  /** What stood in those fields. */
  readonly before: Partial<Identity>;
}

const fields = ['name', 'birthDate', 'statedAge', 'ageCertainty', 'nik'] as const;

/** Corrects what is named and leaves the rest. What she said of her age before stays on record beside it. */
export function correctIdentity(
  file: CaseFile,
  known: Identity,
  change: Partial<Identity>,
  now: Date,
): Outcome<Correction, 'case-closed' | 'nothing-changed'> {
  if (file.status === 'closed') return refuse('case-closed');
  const changed = fields.filter((field) => change[field] !== undefined && change[field] !== known[field]);
  if (changed.length === 0) return refuse('nothing-changed');
  const identity: Identity = { ...known, ...change };
  return done({
    file: { ...file, version: file.version + 1, ageBand: ageBandOf(identity, now) },
    identity,
    fields: changed,
    before: Object.fromEntries(changed.map((field) => [field, known[field]])),
  });
}
