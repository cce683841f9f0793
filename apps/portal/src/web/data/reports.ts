import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  agencyType,
  ageCertainty,
  CodeOf,
  contributingFactor,
  exploitationType,
  FieldGroup,
  immediateSafety,
  intakeChannel,
  modus,
  offenderRelationship,
  placeType,
  platformCategory,
  RegionCode,
  rejectionReason,
  reporterRole,
  reportStatus,
  riskLevel,
  sex,
} from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import type { Page } from './page.js';

export type ReportStatus = CodeOf<typeof reportStatus>;
export type ReportBox = 'received' | 'filed';

export interface ReportedChild {
  readonly name?: string;
  readonly sex: CodeOf<typeof sex>;
  readonly birthDate?: string;
  readonly statedAge?: number;
  readonly ageCertainty: CodeOf<typeof ageCertainty>;
  readonly nik?: string;
  readonly residence?: { readonly areaCode?: RegionCode; readonly address?: string };
  readonly guardian?: {
    readonly name?: string;
    readonly relationship?: CodeOf<typeof offenderRelationship>;
    readonly isSuspect: boolean;
  };
  readonly currentLocation?: string;
  readonly languages: readonly string[];
  readonly hasDisability: boolean;
}

export interface ReportContent {
  readonly channel: CodeOf<typeof intakeChannel>;
  readonly reporterRole: CodeOf<typeof reporterRole>;
  readonly isAnonymous: boolean;
  readonly reporterContact?: { readonly name?: string; readonly phone?: string; readonly note?: string };
  readonly occurredAt?: string;
  readonly place: {
    readonly type: CodeOf<typeof placeType>;
    readonly areaCode?: RegionCode;
    readonly description?: string;
  };
  readonly summary: string;
  readonly immediateSafety: CodeOf<typeof immediateSafety>;
  readonly policeReportNumber?: string;
  readonly children: readonly ReportedChild[];
  readonly exploitationTypes: readonly CodeOf<typeof exploitationType>[];
  readonly modus: readonly CodeOf<typeof modus>[];
  readonly platforms: readonly CodeOf<typeof platformCategory>[];
  readonly contributingFactors: readonly CodeOf<typeof contributingFactor>[];
}

export interface NewReport extends ReportContent {
  readonly recipientAgencyId?: string;
}

export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly status: ReportStatus;
  readonly receivedAt: string;
  readonly recipientAgencyId: string;
  readonly version: number;
}

export interface ListedReport {
  readonly id: string;
  readonly number: string;
  readonly status: ReportStatus;
  readonly receivedAt: string;
  readonly filedByAgencyId: string;
  readonly recipientAgencyId: string;
  readonly channel: CodeOf<typeof intakeChannel>;
  readonly immediateSafety: CodeOf<typeof immediateSafety>;
  readonly areaCode?: RegionCode;
  readonly childrenCount: number;
}

export type TriageAction = 'accept' | 'forward' | 'link-duplicate' | 'mark-insufficient';

/** A report as far as the agency may know it: after triage its content is in the cases alone. */
export interface Report extends Partial<ReportContent> {
  readonly id: string;
  readonly number: string;
  readonly status: ReportStatus;
  readonly version: number;
  readonly filedByAgencyId: string;
  readonly recipientAgencyId: string;
  readonly receivedAt: string;
  readonly missing?: readonly FieldGroup[];
  readonly primaryReportId?: string;
  readonly allowedActions: readonly TriageAction[];
  readonly cases: readonly { readonly id: string; readonly number: string }[];
}

const path = '/api/intake/v1/reports';

export const reportsQuery = (box: ReportBox, status: ReportStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: ['reports', box, status],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ box, limit: '25' });
      if (status) search.set('status', status);
      if (pageParam) search.set('cursor', pageParam);
      return callApi<Page<ListedReport>>(`${path}?${search}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: ({ signal }) => callApi<Report>(`${path}/${id}`, { signal }),
  });

/** The receipt of a report that was just filed; on a later visit, read from the report itself. */
export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['receipt', id],
    queryFn: ({ signal }): Promise<Receipt> => callApi<Report>(`${path}/${id}`, { signal }),
    staleTime: Infinity,
  });

export const fileReport = (report: NewReport, idempotencyKey: string): Promise<Receipt> =>
  callApi(path, { method: 'POST', body: report, idempotencyKey });

export interface Triage {
  readonly riskLevel: CodeOf<typeof riskLevel>;
  readonly exploitationTypes: readonly CodeOf<typeof exploitationType>[];
  readonly authority: CodeOf<typeof agencyType>;
}

export interface Accepted {
  readonly version: number;
  readonly incident: { readonly id: string; readonly number: string };
  readonly cases: readonly { readonly id: string; readonly number: string }[];
  readonly clock?: { readonly id: string; readonly dueAt: string };
}

type Seen = Pick<Report, 'id' | 'version'>;

const act = <T>(report: Seen, step: string, body: unknown, idempotencyKey: string): Promise<T> =>
  callApi(`${path}/${report.id}/${step}`, { method: 'POST', body, ifMatch: report.version, idempotencyKey });

export const acceptReport = (report: Seen, triage: Triage, key: string): Promise<Accepted> =>
  act(report, 'acceptances', triage, key);

export const forwardReport = (
  report: Seen,
  order: { toAgencyId: string; reason: CodeOf<typeof rejectionReason> },
  key: string,
): Promise<unknown> => act(report, 'forwardings', order, key);

export const linkDuplicate = (report: Seen, primaryReportId: string, key: string): Promise<unknown> =>
  act(report, 'duplicate-links', { primaryReportId }, key);

export const markInsufficient = (
  report: Seen,
  missing: readonly FieldGroup[],
  key: string,
): Promise<unknown> => act(report, 'insufficiency-notices', { missing }, key);
