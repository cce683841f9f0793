import type { ageBand, CodeOf, riskLevel, sex } from '@rujukan/contracts';
import type { AgencyId, CaseId } from '../ids.js';

export type RiskLevel = CodeOf<typeof riskLevel>;
export type AgeBand = CodeOf<typeof ageBand>;
export type Sex = CodeOf<typeof sex>;

/** Which one agency answers for a case. */
export interface Custody {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly custodian: AgencyId;
  /** Grows by one each time custody moves, so that a writer under an older custody can be told apart. */
  readonly epoch: number;
  readonly isClosed: boolean;
}

/** What may be said of a child to an agency that has not accepted yet: enough to decide, too little to recognise. */
export interface ChildOutline {
  readonly riskLevel: RiskLevel;
  readonly ageBand: AgeBand;
  /** Absent where the service need not know it. */
  readonly sex?: Sex;
  /** Kecamatan. */
  readonly areaCode?: string;
  readonly languages: readonly string[];
  readonly hasDisability: boolean;
}

/** All that this service knows of a case. */
export interface KnownCase {
  readonly custody: Custody;
  readonly child: ChildOutline;
  /** The guardian consents to nothing and is told nothing. */
  readonly isGuardianSuspect: boolean;
}

export const handOver = (custody: Custody, to: AgencyId): Custody => ({
  ...custody,
  custodian: to,
  epoch: custody.epoch + 1,
});
