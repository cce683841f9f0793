import type { CodeOf, RegionCode, riskLevel, sex } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { ageBandOf, type AgeBand } from './age-band.js';
import type { AgencyId, CaseId, IncidentId, ReportId } from './ids.js';
import type { ReportedChild } from './report-content.js';

export type RiskLevel = CodeOf<typeof riskLevel>;

interface Shared {
  readonly id: CaseId;
  /** Read out on the telephone, `K-7Q4M2X9A-H`. */
  readonly number: string;
  readonly version: number;
  readonly incidentId: IncidentId;
  readonly reportId: ReportId;
  /** The one agency that answers for the child now. */
  readonly custodianAgencyId: AgencyId;
  /** Counts changes of custody; a lower epoch is old news. */
  readonly epoch: number;
  readonly riskLevel: RiskLevel;
  readonly ageBand: AgeBand;
  readonly sex: CodeOf<typeof sex>;
  /** Where the child lives, else where it happened: the finest place that may be known without access. */
  readonly areaCode?: RegionCode;
  readonly languages: readonly string[];
  readonly hasDisability: boolean;
  readonly openedAt: Date;
}

/** What other services must mind from the first day on. */
export type CaseFlag = 'guardian-is-suspect';

export const flagsOf = (child: ReportedChild): readonly CaseFlag[] =>
  child.guardian?.isSuspect ? ['guardian-is-suspect'] : [];

/** open -> closed. Custody moves in both: a case is never without exactly one custodian. */
export type CaseFile = Shared &
  (
    | { readonly status: 'open' }
    | { readonly status: 'closed'; readonly closedAt: Date; readonly closureReason: string }
  );

export interface Opening {
  readonly id: CaseId;
  readonly number: string;
  readonly incidentId: IncidentId;
  readonly reportId: ReportId;
  readonly custodianAgencyId: AgencyId;
  readonly riskLevel: RiskLevel;
  readonly child: ReportedChild;
  readonly placeAreaCode?: RegionCode;
  readonly now: Date;
}

/** One case for one child: siblings and friends of one raid never share a file. */
export function openCase({ child, placeAreaCode, now, ...opening }: Opening): CaseFile {
  const areaCode = child.residence?.areaCode ?? placeAreaCode;
  return {
    ...opening,
    version: 1,
    epoch: 1,
    ageBand: ageBandOf(child, now),
    sex: child.sex,
    ...(areaCode === undefined ? {} : { areaCode }),
    languages: child.languages,
    hasDisability: child.hasDisability,
    openedAt: now,
    status: 'open',
  };
}

/** @returns undefined when the change is old news. */
export const changeCustodian = (file: CaseFile, to: AgencyId, epoch: number): CaseFile | undefined =>
  epoch > file.epoch ? { ...file, version: file.version + 1, custodianAgencyId: to, epoch } : undefined;

/** From now on she is known to be 18. @returns undefined when that is known already. */
export const comeOfAge = (file: CaseFile): CaseFile | undefined =>
  file.ageBand === '18+' ? undefined : { ...file, version: file.version + 1, ageBand: '18+' };

/** How great the danger is, seen anew. */
export function assess(
  file: CaseFile,
  level: RiskLevel,
): Outcome<CaseFile, 'case-closed' | 'nothing-changed'> {
  if (file.status === 'closed') return refuse('case-closed');
  if (file.riskLevel === level) return refuse('nothing-changed');
  return done({ ...file, version: file.version + 1, riskLevel: level });
}

/** @returns undefined when it was closed already. */
export const close = (file: CaseFile, reason: string, at: Date): CaseFile | undefined =>
  file.status === 'closed'
    ? undefined
    : { ...file, version: file.version + 1, status: 'closed', closedAt: at, closureReason: reason };
