import type { ClockChange, ClockIn, DutyClock } from '@rujukan/clocks';
import type { EventData } from '@rujukan/contracts';
import type { CaseFile, CaseFlag } from './case.js';
import type { AgencyId, CaseId } from './ids.js';
import type { Report, ReportIn, UnlinkReason } from './report.js';
import type { ReportContent } from './report-content.js';

/** A fact for other services: that something happened, in ids and codes. Whoever may know more asks us. */
export interface Fact<Type extends keyof EventData = keyof EventData> {
  readonly type: Type;
  /** Id of report or case: the events of one stay in order. */
  readonly key: string;
  readonly data: EventData[Type];
}

export const reportReceived = (
  report: ReportIn<'received'>,
  { channel }: Pick<ReportContent, 'channel'>,
): Fact<'report.received.v1'> => ({
  type: 'report.received.v1',
  key: report.id,
  data: {
    reportId: report.id,
    filedByAgencyId: report.filedByAgencyId,
    recipientAgencyId: report.recipientAgencyId,
    channel,
    version: report.version,
  },
});

export const reportAccepted = (
  report: ReportIn<'accepted'>,
  caseIds: readonly CaseId[],
): Fact<'report.accepted.v1'> => ({
  type: 'report.accepted.v1',
  key: report.id,
  data: {
    reportId: report.id,
    agencyId: report.recipientAgencyId,
    incidentId: report.incidentId,
    caseIds: [...caseIds],
    version: report.version,
  },
});

export const reportForwarded = (
  report: ReportIn<'forwarded'>,
  from: AgencyId,
): Fact<'report.forwarded.v1'> => ({
  type: 'report.forwarded.v1',
  key: report.id,
  data: {
    reportId: report.id,
    fromAgencyId: from,
    toAgencyId: report.recipientAgencyId,
    version: report.version,
  },
});

export const reportLinked = (report: ReportIn<'linked-duplicate'>): Fact<'report.linked.v1'> => ({
  type: 'report.linked.v1',
  key: report.id,
  data: {
    reportId: report.id,
    primaryReportId: report.primaryReportId,
    agencyId: report.recipientAgencyId,
    version: report.version,
  },
});

export const reportUnlinked = (
  report: Report,
  { primaryReportId }: ReportIn<'linked-duplicate'>,
  reason: UnlinkReason,
): Fact<'report.unlinked.v1'> => ({
  type: 'report.unlinked.v1',
  key: report.id,
  data: {
    reportId: report.id,
    primaryReportId,
    agencyId: report.recipientAgencyId,
    reason,
    version: report.version,
  },
});

export const reportMarkedInsufficient = (
  report: ReportIn<'insufficient-info'>,
): Fact<'report.marked-insufficient.v1'> => ({
  type: 'report.marked-insufficient.v1',
  key: report.id,
  data: { reportId: report.id, agencyId: report.recipientAgencyId, version: report.version },
});

export const caseOpened = (file: CaseFile, flags: readonly CaseFlag[]): Fact<'case.opened.v1'> => ({
  type: 'case.opened.v1',
  key: file.id,
  data: {
    caseId: file.id,
    caseNumber: file.number,
    incidentId: file.incidentId,
    reportId: file.reportId,
    custodianAgencyId: file.custodianAgencyId,
    epoch: file.epoch,
    riskLevel: file.riskLevel,
    ageBand: file.ageBand,
    sex: file.sex,
    ...(file.areaCode === undefined ? {} : { areaCode: file.areaCode }),
    languages: [...file.languages],
    hasDisability: file.hasDisability,
    ...(flags.length === 0 ? {} : { flags: [...flags] }),
    version: file.version,
  },
});

/** What may be known of her without access, as it is now; whoever was told it before is told it again. */
export const caseOutlineChanged = ({
  id,
  riskLevel,
  ageBand,
  version,
}: CaseFile): Fact<'case.outline-changed.v1'> => ({
  type: 'case.outline-changed.v1',
  key: id,
  data: { caseId: id, riskLevel, ageBand, version },
});

/** That it is so, and since today; not when she was born. */
export const caseCameOfAge = (file: CaseFile): Fact<'case.came-of-age.v1'> => ({
  type: 'case.came-of-age.v1',
  key: file.id,
  data: { caseId: file.id, version: file.version },
});

/** A duty that a case brought: it runs, it runs short, it is missed, it is done. It never waits and is never dropped. */
export function clockFact(change: ClockChange): Fact | undefined {
  const { what, clock } = change;
  const [key, duty] = [clock.caseId, dutyOf(clock)];
  switch (what) {
    case 'started':
      return { type: 'clock.started.v1', key, data: { ...duty, startedAt: clock.startedAt.toISOString() } };
    case 'warned':
      return { type: 'clock.warned.v1', key, data: { ...duty, threshold: change.threshold } };
    case 'breached':
      return { type: 'clock.breached.v1', key, data: duty };
    case 'escalated':
      return { type: 'clock.escalated.v1', key, data: { ...duty, level: change.level } };
    case 'met':
      return clock.state === 'met' ? clockMet(clock) : undefined;
    case 'paused':
    case 'resumed':
    case 'cancelled':
      return undefined;
  }
}

const clockMet = (clock: ClockIn<'met'>): Fact<'clock.met.v1'> => ({
  type: 'clock.met.v1',
  key: clock.caseId,
  data: { ...dutyOf(clock), stoppedAt: clock.stoppedAt.toISOString(), isLate: clock.isLate },
});

const dutyOf = (clock: DutyClock) => ({
  clockId: clock.id,
  definition: clock.definition,
  caseId: clock.caseId,
  agencyId: clock.agencyId,
  dueAt: clock.dueAt.toISOString(),
});
