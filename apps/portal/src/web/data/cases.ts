import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ageBand,
  caseStatus,
  clockDefinition,
  clockState,
  CodeOf,
  FieldGroup,
  lateReason,
  purposeOfUse,
  riskLevel,
  sex,
} from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { seldom } from '../app/query-client.js';
import type { Page } from './page.js';
import type { ReportContent, ReportedChild } from './reports.js';

export type CaseStatus = CodeOf<typeof caseStatus>;

export interface Duty {
  readonly definition: CodeOf<typeof clockDefinition>;
  readonly dueAt: string;
  readonly state: CodeOf<typeof clockState>;
}

export interface ListedCase {
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly riskLevel: CodeOf<typeof riskLevel>;
  readonly ageBand: CodeOf<typeof ageBand>;
  readonly custodianAgencyId: string;
  readonly basis: 'custodian' | 'handoff';
  readonly alias: string;
  readonly nextDuty?: Duty;
  readonly openedAt: string;
}

/** The file itself: each agency sees the groups of fields that it was given, and no other. */
export interface CaseFile extends Omit<ListedCase, 'nextDuty' | 'alias'> {
  readonly version: number;
  readonly epoch: number;
  readonly shareProfile?: string;
  readonly fieldGroups: readonly FieldGroup[];
  readonly child: Partial<ReportedChild> & { readonly isGuardianSuspect?: boolean };
  readonly incident: { readonly id: string; readonly number: string } & Partial<
    Pick<
      ReportContent,
      | 'summary'
      | 'place'
      | 'occurredAt'
      | 'exploitationTypes'
      | 'modus'
      | 'platforms'
      | 'contributingFactors'
      | 'immediateSafety'
    >
  >;
  readonly policeReportNumber?: string;
  readonly clocks: readonly (Duty & { readonly id: string })[];
}

/** What a provider is looked for with. Names nobody. */
export interface ChildNeed {
  readonly ageBand: CodeOf<typeof ageBand>;
  readonly sex?: CodeOf<typeof sex>;
  readonly areaCode?: string;
  readonly languages: readonly string[];
  readonly hasDisability: boolean;
}

/** Who holds a case, and since when. Names nobody. */
export interface Custody {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly custodianAgencyId: string;
  readonly epoch: number;
  readonly status: CaseStatus;
  readonly riskLevel: CodeOf<typeof riskLevel>;
  readonly ageBand: CodeOf<typeof ageBand>;
  /** For the agency that holds it. */
  readonly need?: ChildNeed;
  readonly history: readonly {
    readonly agencyId: string;
    readonly epoch: number;
    readonly since: string;
    /** Absent for the agency that opened the case. */
    readonly handoffId?: string;
  }[];
}

export type IntakeMoment =
  | 'case-opened'
  | 'police-report-recorded'
  | 'case-closed'
  | 'custody-began'
  | 'custody-ended'
  | 'access-granted'
  | 'access-ended'
  | 'clock-started'
  | 'clock-breached'
  | 'clock-met';

export interface IntakeTimelineEntry {
  readonly at: string;
  readonly type: IntakeMoment;
  readonly definition?: CodeOf<typeof clockDefinition>;
  readonly dueAt?: string;
  readonly isLate?: boolean;
}

const path = '/api/intake/v1/cases';

export const casesQuery = infiniteQueryOptions({
  queryKey: ['cases'],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ limit: '25' });
    if (pageParam) search.set('cursor', pageParam);
    return callApi<Page<ListedCase>>(`${path}?${search}`, { signal });
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

/** Opens the file, for a purpose. Every call is recorded as a reading of the child's data: it is never polled. */
export const openCaseFile = (id: string, purpose: CodeOf<typeof purposeOfUse>): Promise<CaseFile> =>
  callApi(`${path}/${id}`, { purpose });

/** Who holds the case now. Looked at again when a handoff moves, and now and then: each look is recorded. */
export const custodyQuery = (id: string) =>
  queryOptions({
    queryKey: ['custody', id],
    queryFn: ({ signal }) => callApi<Custody>(`/api/referral/v1/cases/${id}`, { signal }),
    refetchInterval: seldom,
  });

export const intakeTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', 'intake', id],
    queryFn: ({ signal }) => callApi<Page<IntakeTimelineEntry>>(`${path}/${id}/timeline`, { signal }),
  });

/** The number, and why it came too late where the time had passed. */
export interface PoliceReport {
  readonly policeReportNumber: string;
  readonly lateReason?: { readonly code: CodeOf<typeof lateReason>; readonly text: string };
}

export const recordPoliceReport = (
  seen: Pick<CaseFile, 'id' | 'version'>,
  report: PoliceReport,
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`${path}/${seen.id}/police-reports`, {
    method: 'POST',
    body: report,
    ifMatch: seen.version,
    idempotencyKey,
  });
