import { localDate } from './local-date.js';
import { nikProblem } from './nik.js';
import { normalisePhone } from './phone.js';
import type { ReportContent, ReportedChild } from './report-content.js';

/** One field to correct: where it is, and why, by code. Never the value. */
export interface FieldError {
  readonly in: 'body';
  /** JSON Pointer into the body. */
  readonly pointer: string;
  readonly code: 'invalid-format' | 'not-allowed';
}

const error = (pointer: string, code: FieldError['code']): FieldError => ({ in: 'body', pointer, code });

export interface ExaminationRules {
  readonly now: Date;
  /** Numbers of people who do not exist are taken. */
  readonly isDemo: boolean;
}

/** What a schema cannot see: numbers that cannot exist, dates that have not come, a contact of someone anonymous. */
export function examine(report: ReportContent, rules: ExaminationRules): FieldError[] {
  const errors: FieldError[] = [];
  const { reporterContact, occurredAt } = report;
  if (reporterContact && report.isAnonymous) errors.push(error('/reporterContact', 'not-allowed'));
  if (reporterContact?.phone !== undefined && normalisePhone(reporterContact.phone) === undefined)
    errors.push(error('/reporterContact/phone', 'invalid-format'));
  if (occurredAt && occurredAt > rules.now) errors.push(error('/occurredAt', 'not-allowed'));
  report.children.forEach((child, index) =>
    errors.push(
      ...examineIdentity(child, rules).map((error) => ({
        ...error,
        pointer: `/children/${index}${error.pointer}`,
      })),
    ),
  );
  return errors;
}

/** A day that has not come, a number that cannot exist. */
export function examineIdentity(
  child: Pick<ReportedChild, 'birthDate' | 'nik'>,
  { now, isDemo }: ExaminationRules,
): FieldError[] {
  const errors: FieldError[] = [];
  if (child.birthDate !== undefined && child.birthDate > localDate(now))
    errors.push(error('/birthDate', 'not-allowed'));
  const problem = child.nik === undefined ? undefined : nikProblem(child.nik, isDemo);
  if (problem) errors.push(error('/nik', problem));
  return errors;
}

/** The report as it is kept: a telephone number in one form, whichever way it was written. */
export function tidy(report: ReportContent): ReportContent {
  const phone = report.reporterContact?.phone && normalisePhone(report.reporterContact.phone);
  return phone ? { ...report, reporterContact: { ...report.reporterContact, phone } } : report;
}
