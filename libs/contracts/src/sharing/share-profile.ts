import type { agencyType } from '../codes/agency-type.js';
import type { CodeOf, Display } from '../codes/code-list.js';
import type { dataCategory } from '../codes/data-category.js';
import type { fieldGroup } from '../codes/field-group.js';
import type { purposeOfUse } from '../codes/purpose-of-use.js';
import type { serviceType } from '../codes/service-type.js';

export type AgencyType = CodeOf<typeof agencyType>;
export type DataCategory = CodeOf<typeof dataCategory>;
export type FieldGroup = CodeOf<typeof fieldGroup>;
export type ServiceType = CodeOf<typeof serviceType>;

/** Anything the sharing matrix speaks of: a part of the file, or a kind of data beside it. */
export type SharedData = FieldGroup | DataCategory;

/**
 * How the data travel: a referral opens the file, a transfer hands it over, an answer comes back on a referral, and
 * report, notice and feed never open a file.
 */
export type Road = 'referral' | 'transfer' | 'answer' | 'report' | 'notice' | 'feed';

/** Minimum data for one purpose: what travels, and what is often attached by habit and must not. */
export interface ShareProfile {
  readonly code: string;
  /** Grows when what travels changes; a handoff keeps the groups of the version that its sender saw. */
  readonly version: number;
  readonly display: Display;
  /** Rows of the handoff table of the field study. */
  readonly rows: readonly string[];
  readonly road: Road;
  readonly purpose: CodeOf<typeof purposeOfUse>;
  /** Kinds of agency it is meant for. */
  readonly receivers: readonly AgencyType[];
  /** What a receiver sees of the file after it accepts: these groups of fields and no other. */
  readonly fieldGroups: readonly FieldGroup[];
  /** What travels beside the file, by hand or sealed. */
  readonly documents: readonly DataCategory[];
  readonly never: readonly SharedData[];
  /** Services that a referral may name it for. */
  readonly serviceTypes: readonly ServiceType[];
  /** Sex is shown in the envelope only where the service must know it to decide. */
  readonly envelopeShowsSex: boolean;
}
