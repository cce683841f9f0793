import type { FieldPath } from 'react-hook-form';
import type { ReportForm } from './report-form.js';
import type { FileReportTexts } from './texts.js';

export const lastStep = 4;

export const stepNames = (t: FileReportTexts): readonly string[] => [
  t.stepEvent,
  t.stepChildren,
  t.stepPattern,
  t.stepReporter,
  t.stepCheck,
];

const event = [
  'immediateSafety',
  'channel',
  'occurredAt',
  'place.type',
  'place.areaCode',
  'place.description',
  'summary',
  'policeReportNumber',
] as const satisfies readonly FieldPath<ReportForm>[];

const ofChild = [
  'sex',
  'ageCertainty',
  'statedAge',
  'birthDate',
  'name',
  'currentLocation',
  'nik',
  'residence.areaCode',
  'residence.address',
  'guardian.name',
] as const;

const pattern = ['exploitationTypes', 'modus', 'platforms', 'contributingFactors'] as const;

const reporter = [
  'reporterRole',
  'reporterContact.name',
  'reporterContact.phone',
  'reporterContact.note',
  'recipientAgencyId',
] as const satisfies readonly FieldPath<ReportForm>[];

/** The fields of one step, in the order in which they stand there. */
export function fieldsOfStep(step: number, form: ReportForm): readonly FieldPath<ReportForm>[] {
  if (step === 0) return event;
  if (step === 2) return pattern;
  if (step === 3) return reporter;
  return form.children.flatMap((_, index) => ofChild.map((name) => `children.${index}.${name}` as const));
}

/** Where a field stands that a service found wrong. */
export function stepOfField(name: string): number {
  if (name.startsWith('children')) return 1;
  const has = (fields: readonly string[]) =>
    fields.some((field) => name === field || name.startsWith(`${field}.`));
  if (has(pattern)) return 2;
  return has(reporter) || name.startsWith('reporterContact') || name === 'isAnonymous' ? 3 : 0;
}
