import type { AgencyId, AgreementId } from '../ids.js';

/** A data-sharing agreement: what allows its parties to hand cases to one another at all. */
export interface Agreement {
  readonly id: AgreementId;
  /** As on the paper, `PKS/01/2024`. */
  readonly number: string;
  readonly title: string;
  readonly parties: readonly Membership[];
}

/** An agency is bound from one day to another, both included, `2025-12-31`. */
export interface Membership {
  readonly agencyId: AgencyId;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** How two agencies stand to one another on a day. */
export type AgreementState = 'valid' | 'expired' | 'missing';

/** Is every party named once, and bound for at least a day? */
export const isSound = ({ parties }: Pick<Agreement, 'parties'>): boolean =>
  new Set(parties.map(({ agencyId }) => agencyId)).size === parties.length &&
  parties.every(({ validFrom, validUntil }) => validFrom <= validUntil);

/** Parties have no order of their own; one order lets two agreements be compared. */
export const inOrder = (parties: readonly Membership[]): readonly Membership[] =>
  [...parties].sort((one, other) => (one.agencyId < other.agencyId ? -1 : 1));
