import type { CodeOf, FieldGroup, unlinkReason } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, IncidentId, ReportId } from './ids.js';

interface Shared {
  readonly id: ReportId;
  /** Read out to the reporter as a receipt, `L-7Q4M2X9A-H`. */
  readonly number: string;
  readonly version: number;
  readonly filedByAgencyId: AgencyId;
  /** The agency that must triage. */
  readonly recipientAgencyId: AgencyId;
  /** Agencies that forwarded it; they may still see its state. */
  readonly formerRecipientIds: readonly AgencyId[];
  readonly receivedAt: Date;
}

/**
 * received | forwarded | insufficient-info -> accepted | forwarded | linked-duplicate | insufficient-info.
 * Accepted is final; linked-duplicate can be undone. No state says "rejected": whoever receives a report acts on it or hands it on.
 */
export type Report = Shared &
  (
    | { readonly status: 'received' }
    | { readonly status: 'forwarded' }
    | { readonly status: 'insufficient-info'; readonly missing: readonly FieldGroup[] }
    | { readonly status: 'accepted'; readonly incidentId: IncidentId }
    | { readonly status: 'linked-duplicate'; readonly primaryReportId: ReportId }
  );

export type ReportStatus = Report['status'];
export type ReportIn<Status extends ReportStatus> = Extract<Report, { status: Status }>;
export type TriageAction = 'accept' | 'forward' | 'link-duplicate' | 'mark-insufficient' | 'unlink-duplicate';
export type UnlinkReason = CodeOf<typeof unlinkReason>;

export const receive = (filed: Omit<Shared, 'version' | 'formerRecipientIds'>): ReportIn<'received'> => ({
  ...filed,
  version: 1,
  formerRecipientIds: [],
  status: 'received',
});

export const accept = (
  report: Report,
  incidentId: IncidentId,
): Outcome<ReportIn<'accepted'>, 'report-already-triaged'> =>
  isOpen(report)
    ? done({ ...next(report), status: 'accepted', incidentId })
    : refuse('report-already-triaged', triageDetails(report));

/** Receive and forward: the next agency triages it as if it had been the first. */
export function forward(
  report: Report,
  to: AgencyId,
): Outcome<ReportIn<'forwarded'>, 'report-already-triaged' | 'forward-to-same-agency'> {
  if (!isOpen(report)) return refuse('report-already-triaged', triageDetails(report));
  if (to === report.recipientAgencyId) return refuse('forward-to-same-agency');
  return done({
    ...next(report),
    status: 'forwarded',
    recipientAgencyId: to,
    formerRecipientIds: [...new Set([...report.formerRecipientIds, report.recipientAgencyId])],
  });
}

/** Children are never merged: only the two reports are tied together. */
export function linkTo(
  report: Report,
  primary: Report,
): Outcome<
  ReportIn<'linked-duplicate'>,
  'report-already-triaged' | 'report-cannot-link-to-itself' | 'illegal-transition'
> {
  if (!isOpen(report)) return refuse('report-already-triaged', triageDetails(report));
  if (primary.id === report.id) return refuse('report-cannot-link-to-itself');
  // Whoever follows a link must arrive at a report that is acted on, so a duplicate is nobody's primary.
  if (primary.status === 'linked-duplicate') return refuse('illegal-transition');
  return done({ ...next(report), status: 'linked-duplicate', primaryReportId: primary.id });
}

/** They were two after all. It waits for triage as if nothing had been decided. */
export function unlink(
  report: Report,
): Outcome<{ report: Report; linked: ReportIn<'linked-duplicate'> }, 'report-not-linked'> {
  if (report.status !== 'linked-duplicate') return refuse('report-not-linked');
  const status = report.formerRecipientIds.length > 0 ? 'forwarded' : 'received';
  return done({ report: { ...next(report), status }, linked: report });
}

export const markInsufficient = (
  report: Report,
  missing: readonly FieldGroup[],
): Outcome<ReportIn<'insufficient-info'>, 'report-already-triaged'> =>
  isOpen(report)
    ? done({ ...next(report), status: 'insufficient-info', missing })
    : refuse('report-already-triaged', triageDetails(report));

/** What its recipient may do with it now. */
export function triageActions(report: Report): readonly TriageAction[] {
  if (report.status === 'linked-duplicate') return ['unlink-duplicate'];
  return isOpen(report) ? ['accept', 'forward', 'link-duplicate', 'mark-insufficient'] : [];
}

/** Every agency that knows the report: who filed it, and whoever received it. */
export const agenciesOf = (report: Report): readonly AgencyId[] => [
  report.filedByAgencyId,
  ...report.formerRecipientIds,
  report.recipientAgencyId,
];

const triageDetails = (report: Report) => ({ status: report.status, allowedActions: triageActions(report) });

function isOpen(report: Report): boolean {
  switch (report.status) {
    case 'received':
    case 'forwarded':
    case 'insufficient-info':
      return true;
    case 'accepted':
    case 'linked-duplicate':
      return false;
  }
}

/** What all states have, one version on; what only the old state had is left behind. */
const next = ({
  id,
  number,
  version,
  filedByAgencyId,
  recipientAgencyId,
  formerRecipientIds,
  receivedAt,
}: Report) => ({
  id,
  number,
  version: version + 1,
  filedByAgencyId,
  recipientAgencyId,
  formerRecipientIds,
  receivedAt,
});
