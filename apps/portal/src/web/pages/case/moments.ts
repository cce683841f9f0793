import {
  clockDefinition,
  closureReason,
  handoffKind,
  handoffStatus,
  outcome,
  stepReason,
  serviceEventStatus,
  serviceType,
} from '@rujukan/contracts';
import { displayOf } from '../../app/language/language.js';
import type { Language } from '../../app/language/texts.js';
import type { Custody, IntakeTimelineEntry } from '../../data/cases.js';
import type { Handoff, HandoffStep } from '../../data/handoffs.js';
import type { SupportTimelineEntry } from '../../data/support.js';
import { dateTime } from '../../design/time.js';
import type { Moment } from '../../design/timeline.js';
import type { MomentTexts } from './moments.texts.js';

/** How to tell it: in which words, in which language, and what agencies are called. */
export interface Telling {
  readonly t: MomentTexts;
  readonly language: Language;
  readonly agency: (id: string | undefined) => string;
}

/** What intake knows, as moments. Its two kinds of closure are told by victim-services too: there they are left out. */
export function intakeMoments(entries: readonly IntakeTimelineEntry[], telling: Telling): Moment[] {
  return entries
    .filter((entry) => entry.type !== 'case-closed')
    .map((entry) => ({
      key: `intake-${entry.type}-${entry.at}`,
      at: entry.at,
      title: intakeTitle(entry, telling),
      ...(entry.type === 'clock-breached' ? { weight: 'alarm' as const } : {}),
      ...(entry.type === 'case-opened' ? { weight: 'important' as const } : {}),
    }));
}

function intakeTitle(entry: IntakeTimelineEntry, { t, language }: Telling): string {
  const duty = displayOf(clockDefinition, entry.definition, language);
  switch (entry.type) {
    case 'case-opened':
      return t.opened;
    case 'case-closed':
      return t.closed;
    case 'police-report-recorded':
      return t.policeReport;
    case 'custody-began':
      return t.custodyBegan;
    case 'custody-ended':
      return t.custodyEnded;
    case 'access-granted':
      return t.accessGranted;
    case 'access-ended':
      return t.accessEnded;
    case 'clock-started':
      return t.clockStarted(duty, entry.dueAt ? dateTime(entry.dueAt, language) : '');
    case 'clock-breached':
      return t.clockBreached(duty);
    case 'clock-met':
      return entry.isLate ? t.clockMetLate(duty) : t.clockMet(duty);
  }
}

export function supportMoments(entries: readonly SupportTimelineEntry[], telling: Telling): Moment[] {
  const { language, agency } = telling;
  return entries.map((entry) => ({
    key: `support-${entry.type}-${entry.entity.id}-${entry.at}`,
    at: entry.at,
    title: supportTitle(entry, telling),
    text: entry.type === 'case.closed' ? displayOf(closureReason, entry.code, language) : undefined,
    who: agency(entry.agencyId),
    ...(entry.type === 'case.closed' ? { weight: 'important' as const } : {}),
  }));
}

function supportTitle({ type, code }: SupportTimelineEntry, { t, language }: Telling): string {
  switch (type) {
    case 'plan.agreed':
      return t.planAgreed;
    case 'closure.requested':
      return t.closureRequested;
    case 'closure.lapsed':
      return t.closureLapsed;
    case 'case.closed':
      return t.closed;
    case 'service-event.scheduled':
    case 'service-event.attended':
    case 'service-event.no-show':
    case 'service-event.cancelled': {
      const state = displayOf(serviceEventStatus, type.slice('service-event.'.length), language);
      return t.service(displayOf(serviceType, code, language), state);
    }
  }
}

export function handoffMoments(
  handoff: Handoff,
  steps: readonly HandoffStep[],
  { t, language, agency }: Telling,
): Moment[] {
  const kind = displayOf(handoffKind, handoff.kind, language);
  return steps.map((step) => ({
    key: `handoff-${handoff.id}-${step.version}`,
    at: step.at,
    title: t.handoff(kind, handoff.number, displayOf(handoffStatus, step.status, language)),
    text:
      (step.statusReason && displayOf(stepReason, step.statusReason, language)) ??
      (step.outcome && displayOf(outcome, step.outcome, language)),
    who: agency(step.agencyId),
  }));
}

/** Every change of custody after the first: the one thing that must be seen at a glance. */
export const custodyMoments = (custody: Custody, { t, agency }: Telling): Moment[] =>
  custody.history
    .filter((period) => period.handoffId !== undefined)
    .map((period) => ({
      key: `custody-${period.epoch}`,
      at: period.since,
      title: t.moved,
      who: agency(period.agencyId),
      weight: 'important' as const,
    }));
